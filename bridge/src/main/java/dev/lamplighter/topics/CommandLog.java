package dev.lamplighter.topics;

import dev.lamplighter.control.Result;
import dev.lamplighter.light.OneLine;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;

/** The one line of the log that each command has: for people as a sentence, for programs as fields. */
public final class CommandLog {
    private CommandLog() {}

    /** Of one that came in other words than those of MQTT; {@code command} may be as long as it likes. */
    public static void tell(Logger log, String from, String command, Result result) {
        tell(log, from, CommandPayload.shortened(command), Optional.empty(), result);
    }

    /**
     * @param from the topic it came on, or what else gave it
     * @param command as it came, shortened
     * @param id the sender's own
     */
    static void tell(Logger log, String from, String command, Optional<String> id, Result result) {
        var line = log.atInfo();
        for (var field : fields(OneLine.of(from), command, id.map(OneLine::of), result).entrySet()) {
            line = line.addKeyValue(field.getKey(), field.getValue());
        }
        line.log("{} {}{}: {}{}, {} ms{}", OneLine.of(from), command,
                id.map(own -> " [" + OneLine.of(own) + "]").orElse(""), Payloads.lower(result.status()),
                result.via().map(via -> " via " + Payloads.lower(via)).orElse(""), result.took().toMillis(),
                result.reason().map(reason -> ": " + OneLine.of(reason)).orElse(""));
    }

    private static Map<String, Object> fields(String from, String command, Optional<String> id, Result result) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("from", from);
        fields.put("command", command);
        id.ifPresent(own -> fields.put("id", own));
        fields.put("result", Payloads.lower(result.status()));
        result.via().ifPresent(via -> fields.put("via", Payloads.lower(via)));
        result.reason().map(OneLine::of).ifPresent(reason -> fields.put("reason", reason));
        fields.put("took_ms", result.took().toMillis());
        return fields;
    }
}
