package dev.lamplighter.broker.users;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Lights that a board may command and see. */
public sealed interface Grant {
    /** All lights, groups, locations and scenes. */
    record All() implements Grant {
        @Override
        public String toString() {
            return ALL;
        }
    }

    /**
     * What has one name.
     *
     * @param name as it is called, not encoded; an id in lower case for {@link Kind#LIGHT} and {@link Kind#SCENE}
     */
    record Named(Kind kind, String name) implements Grant {
        /** As it is written: {@code group:Living%20Room}. */
        @Override
        public String toString() {
            return kind.word() + ":" + encoded(name);
        }
    }

    /** The levels of topics that have a name below them. */
    enum Kind {
        LIGHT("[0-9a-f]{12}", "12 hex digits, such as d073d5001337"), LABEL(".+", "a label"), GROUP(".+",
                "a group's name or id"), LOCATION(".+", "a location's name or id"), SCENE("[0-9a-f-]{36}",
                        "a scene's UUID");

        private final Pattern name;
        private final String words;

        Kind(String name, String words) {
            this.name = Pattern.compile(name, Pattern.DOTALL);
            this.words = words;
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        private static Optional<Kind> of(String word) {
            return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
        }
    }

    /** The word for {@link All}. */
    String ALL = "all";
    /** Longer than any name at LIFX. */
    int LONGEST = 128;

    /**
     * Reads {@code all} or {@code kind:name}; the name may be percent-encoded, as far as anybody wants.
     *
     * @throws UsersException in one line, when it is neither
     */
    static Grant parse(String text) throws UsersException {
        if (text.equals(ALL)) {
            return new All();
        }
        var colon = text.indexOf(':');
        var kind = Kind.of(text.substring(0, Math.max(colon, 0)));
        if (kind.isEmpty()) {
            throw new UsersException("'" + text + "' is neither all nor one of "
                    + Arrays.stream(Kind.values()).map(it -> it.word() + ":…").collect(Collectors.joining(", ")));
        }
        return named(kind.get(), text.substring(colon + 1));
    }

    private static Named named(Kind kind, String encoded) throws UsersException {
        var name = decoded(encoded);
        var shown = kind == Kind.LIGHT || kind == Kind.SCENE ? name.toLowerCase(Locale.ROOT) : name;
        if (!kind.name.matcher(shown).matches() || shown.length() > LONGEST || shown.indexOf('\0') >= 0) {
            throw new UsersException(kind.word() + ":" + encoded + " needs " + kind.words);
        }
        return new Named(kind, shown);
    }

    private static String decoded(String encoded) throws UsersException {
        try {
            // A plus is a plus in topics, and a blank only in the forms of web pages.
            return URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException wrong) {
            throw new UsersException("'" + encoded + "' has a % that begins no percent-encoding");
        }
    }

    private static String encoded(String name) {
        var text = new StringBuilder();
        for (var octet : name.getBytes(StandardCharsets.UTF_8)) {
            var letter = (char) (octet & 0xff);
            if (letter > ' ' && letter < 0x7f && "%:+#/".indexOf(letter) < 0) {
                text.append(letter);
            } else {
                text.append(String.format(Locale.ROOT, "%%%02X", octet));
            }
        }
        return text.toString();
    }
}
