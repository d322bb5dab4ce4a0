package dev.lamplighter.topics;

import static dev.lamplighter.ProtocolCases.bytes;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.lamplighter.ProtocolCases;
import dev.lamplighter.control.Result;
import dev.lamplighter.control.Result.Status;
import dev.lamplighter.control.Via;
import dev.lamplighter.control.Way.Reach;
import dev.lamplighter.light.LightId;
import dev.lamplighter.light.Parsed;
import dev.lamplighter.light.Selector;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** Commands as boards give them, and results as boards read them, byte for byte as their own tests have it. */
final class CommandProtocolTest {
    private static final CommandTopics TOPICS = new CommandTopics("lifx");

    @TestFactory
    Stream<DynamicTest> command_asBoardsGiveIt_isTheSameAsInItsPlainestForm() {
        return ProtocolCases.of("commands.json").stream().map(one -> dynamicTest(one.path("name").asString(), () -> {
            var topic = one.path("topic").asString();
            var asked = errand(topic, bytes(one.path("payload")));
            var plain = errand(topic, one.path("same_as").asString().getBytes(UTF_8));
            assertThat(asked.wish().command()).isEqualTo(plain.wish().command());
            assertThat(asked.wish().ignored()).isEmpty();
            assertThat(asked.wish().id()).contains(one.path("payload").path("id").asString());
            assertThat(Parsed.accepted(asked.target())).isEqualTo(Selector.parse(one.path("target").asString()));
        }));
    }

    private static Errand errand(String topic, byte[] payload) {
        var read = TOPICS.asked(topic).then(asked -> asked.read(payload, new Palette().reader()));
        return switch (read) {
            case Parsed.Accepted<Errand>(var errand) -> errand;
            case Parsed.Rejected<Errand> wrong -> throw new AssertionError(wrong.line());
        };
    }

    @TestFactory
    Stream<DynamicTest> result_asItIsWritten_isWhatBoardsRead() {
        return ProtocolCases.of("results.json").stream().map(one -> dynamicTest(one.path("name").asString(), () -> {
            var told = one.path("result");
            var written = Payloads.result(Optional.ofNullable(told.path("id").asString(null)), result(told));
            assertThat(new String(written.toArray(), UTF_8)).isEqualTo(one.path("payload").asString());
            if (!one.path("command").isNull()) {
                assertThat(TOPICS.result(one.path("command").asString())).isEqualTo(one.path("topic").asString());
            }
        }));
    }

    private static Result result(JsonNode told) {
        return new Result(Status.valueOf(upper(told.path("status"))),
                Optional.ofNullable(told.path("reason").asString(null)),
                lights(told.path("lights")),
                Optional.ofNullable(told.get("via")).map(via -> Via.valueOf(upper(via))),
                Duration.ofMillis(told.path("took_ms").asLong()));
    }

    private static Map<LightId, Reach> lights(JsonNode told) {
        var lights = new LinkedHashMap<LightId, Reach>();
        told.properties()
                .forEach(light -> lights.put(new LightId(light.getKey()), Reach.valueOf(upper(light.getValue()))));
        return lights;
    }

    private static String upper(JsonNode word) {
        return word.asString().toUpperCase(Locale.ROOT);
    }
}
