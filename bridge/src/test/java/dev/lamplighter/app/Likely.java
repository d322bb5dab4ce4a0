package dev.lamplighter.app;

import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whether something that was heard is what an example shows. An ellipsis stands for anything: as a value, within a text, as a list's last
 * element for further ones, as a key for further keys. Times and measured figures need only be of the same kind.
 */
final class Likely {
    private static final String ANY = "…";
    private static final JsonMapper JSON = new JsonMapper();
    /** What no example can foretell. */
    private static final Set<String> MEASURED = Set.of("took_ms", "observed_at", "at", "until", "started", "uptime_s",
            "limit", "left", "applied", "partly", "refused", "superseded", "heap_used", "heap_max", "reconnects",
            "p50_ms", "p99_ms", "under_way");
    /** There once commands were applied. */
    private static final Set<String> NOT_ALWAYS = Set.of("p50_ms", "p99_ms");

    private Likely() {}

    static boolean is(String shown, String heard) {
        try {
            return (shown.startsWith("{") || shown.startsWith("["))
                    ? is(JSON.readTree(shown), JSON.readTree(heard))
                    : shown.equals(heard);
        } catch (JacksonException notJson) {
            return false;
        }
    }

    private static boolean is(JsonNode shown, JsonNode heard) {
        if (shown.isObject()) {
            return heard.isObject() && fields(shown, heard);
        }
        if (shown.isArray()) {
            return heard.isArray() && elements(shown, heard);
        }
        if (shown.isNumber()) {
            return heard.isNumber() && shown.doubleValue() == heard.doubleValue();
        }
        return shown.asString("").contains(ANY)
                ? pattern(shown.asString()).matcher(heard.asString("")).matches()
                : shown.equals(heard);
    }

    private static boolean fields(JsonNode shown, JsonNode heard) {
        var all = shown.propertyNames().stream().filter(key -> !key.equals(ANY)).allMatch(key -> {
            if (!heard.has(key)) {
                return NOT_ALWAYS.contains(key);
            }
            var isMeasured = MEASURED.contains(key) && shown.path(key).getNodeType() == heard.path(key).getNodeType();
            return isMeasured || is(shown.path(key), heard.path(key));
        });
        return all && (shown.has(ANY) || heard.propertyNames().stream().allMatch(shown::has));
    }

    /** With further ones allowed, each that is shown is there somewhere. */
    private static boolean elements(JsonNode shown, JsonNode heard) {
        var isOpen = !shown.isEmpty() && shown.path(shown.size() - 1).asString("").equals(ANY);
        if (!isOpen && shown.size() != heard.size()) {
            return false;
        }
        return shown.valueStream().limit(isOpen ? shown.size() - 1 : shown.size())
                .allMatch(one -> heard.valueStream().anyMatch(other -> is(one, other)));
    }

    private static Pattern pattern(String shown) {
        return Pattern.compile(Pattern.quote(shown).replace(ANY, "\\E.*\\Q"), Pattern.DOTALL);
    }
}
