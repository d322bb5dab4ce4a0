package dev.lamplighter.board;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A board as it describes itself. What it does not say is empty.
 *
 * @param name the level of its topics: 1 to 32 letters, digits, {@code -} and {@code _}
 * @param label its user's word for it
 * @param area the room it is in
 * @param mac its hardware address, six pairs of lower-case hex digits with colons
 * @param controls in the order in which it names them
 */
public record Board(String name, Optional<String> label, Optional<String> area, Make make, Optional<String> mac,
        List<Control> controls, Senses senses) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,32}");

    public Board {
        if (!isName(name)) {
            throw new IllegalArgumentException("not the name of a board: '" + name + "'");
        }
        controls = List.copyOf(controls);
    }

    /** What it feels of the room it is in, and of itself. */
    public record Senses(Set<Measure> measures, Set<Diagnosis> diagnoses) {
        public static final Senses NONE = new Senses(Set.of(), Set.of());

        public Senses {
            measures = Set.copyOf(measures);
            diagnoses = Set.copyOf(diagnoses);
        }
    }

    /** What it is made of. */
    public record Make(Optional<String> manufacturer, Optional<String> model, Optional<String> hardware,
            Optional<String> firmware) {
        public static final Make UNKNOWN = new Make(Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty());
    }

    /** Whether a board may be called so. */
    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }
}
