package dev.lamplighter.broker.rules;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A topic filter of MQTT, or a topic, which is a filter without wildcards. Names are compared as they are meant, percent-decoded. */
public record Filter(List<Level> levels) {
    private static final String SHARED = "$share";
    private static final int GROUP_AND_FILTER = 3;

    /** What stands between two slashes. */
    public sealed interface Level {
        /** {@code +} */
        record Any() implements Level {}

        /** {@code #} */
        record Rest() implements Level {}

        record Name(String name) implements Level {}
    }

    public Filter {
        levels = List.copyOf(levels);
    }

    /** Of any text; what is not a legal filter matches no topic, and HiveMQ refuses it before. */
    public static Filter of(String text) {
        var levels = new ArrayList<Level>();
        for (var level : unshared(text).split("/", -1)) {
            levels.add(switch (level) {
                case "+" -> new Level.Any();
                case "#" -> new Level.Rest();
                default -> new Level.Name(decoded(level));
            });
        }
        return new Filter(levels);
    }

    /** A topic that is published on: what looks like a wildcard there is a name. */
    public static Filter topic(String text) {
        var levels = new ArrayList<Level>();
        for (var level : text.split("/", -1)) {
            levels.add(new Level.Name(decoded(level)));
        }
        return new Filter(levels);
    }

    /** A shared subscription reads what its filter reads. */
    private static String unshared(String text) {
        var parts = text.split("/", GROUP_AND_FILTER);
        return parts.length == GROUP_AND_FILTER && parts[0].equals(SHARED) ? parts[2] : text;
    }

    /** Boards need not encode; one that does means the same name. */
    private static String decoded(String level) {
        try {
            return URLDecoder.decode(level.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return level;
        }
    }

    /** Whether all that {@code other} may match is matched by this one. */
    boolean covers(Filter other) {
        for (var index = 0; index < levels.size(); index++) {
            var mine = levels.get(index);
            if (mine instanceof Level.Rest) {
                return index > 0 || !other.isInternal();
            }
            if (index >= other.levels.size()
                    || !covers(mine, other.levels.get(index), other.isInternal() && index == 0)) {
                return false;
            }
        }
        return levels.size() == other.levels.size();
    }

    private static boolean covers(Level mine, Level theirs, boolean internal) {
        return switch (mine) {
            case Level.Any() -> !(theirs instanceof Level.Rest) && !internal;
            case Level.Name(var name) -> theirs instanceof Level.Name(var other) && other.equals(name);
            case Level.Rest() -> true;
        };
    }

    /** Wildcards do not reach a broker's own topics. */
    private boolean isInternal() {
        return levels.getFirst() instanceof Level.Name(var name) && name.startsWith("$");
    }
}
