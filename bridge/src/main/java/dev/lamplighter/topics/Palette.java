package dev.lamplighter.topics;

import dev.lamplighter.light.ColorString;
import dev.lamplighter.light.LightCommand.Change;
import dev.lamplighter.light.Parsed;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.regex.Pattern;

/** Colour strings that we could not read ourselves and what LIFX said of them, so that it is asked once. Safe to call from any thread. */
final class Palette {
    private static final int MOST = 200;
    /** What may be a name for a colour; anything else that we cannot read is a mistake. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z _-]{1,30}");

    private final LinkedHashMap<String, Parsed<Change>> learned = new LinkedHashMap<>();

    synchronized void learn(String name, Parsed<Change> meaning) {
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
        private Optional<String> unknown = Optional.empty();

        Parsed<Change> read(String text) {
            var ours = ColorString.parse(text);
            if (ours instanceof Parsed.Accepted<Change> || !NAME.matcher(text).matches()) {
                return ours;
            }
            var theirs = known(text);
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
