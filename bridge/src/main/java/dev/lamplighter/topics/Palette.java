package dev.lamplighter.topics;

import dev.lamplighter.light.ColorString;
import dev.lamplighter.light.LightCommand.Change;
import dev.lamplighter.light.Parsed;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Colour strings that we could not read ourselves and what LIFX said of them, so that it is asked once. Safe to call from any thread. */
final class Palette {
    private static final int MOST = 200;
    private static final String RANDOM = "random";
    /** What may be a name for a colour; anything else that we cannot read is a mistake. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z _-]{1,30}");

    private final LinkedHashMap<String, Parsed<Change>> learned = new LinkedHashMap<>();

    private synchronized void learn(String name, Parsed<Change> meaning) {
        if (learned.size() >= MOST) {
            learned.pollFirstEntry();
        }
        learned.put(name, meaning);
    }

    private synchronized Optional<Parsed<Change>> known(String name) {
        return Optional.ofNullable(learned.get(name));
    }

    /** The colours of one document. */
    Reader reader() {
        return new Reader();
    }

    final class Reader {
        private final Map<String, Parsed<Change>> told = new HashMap<>();
        private Optional<String> unknown = Optional.empty();

        /** What LIFX said of a name; it is asked no more, unless it says something else each time. */
        void learn(String name, Parsed<Change> meaning) {
            told.put(name, meaning);
            unknown = Optional.empty();
            if (!name.equalsIgnoreCase(RANDOM)) {
                Palette.this.learn(name, meaning);
            }
        }

        Parsed<Change> read(String text) {
            var ours = ColorString.parse(text);
            if (ours instanceof Parsed.Accepted<Change> || !NAME.matcher(text).matches()) {
                return ours;
            }
            var theirs = Optional.ofNullable(told.get(text)).or(() -> known(text));
            if (theirs.isEmpty()) {
                unknown = Optional.of(text);
            }
            return theirs.orElse(ours);
        }

        /** A name that could not be read and has not been asked for. */
        Optional<String> unknown() {
            return unknown;
        }
    }
}
