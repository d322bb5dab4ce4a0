package dev.lamplighter.topics;

import static dev.lamplighter.light.Parsed.accepted;
import static dev.lamplighter.light.Parsed.rejected;

import dev.lamplighter.light.Fade;
import dev.lamplighter.light.Level;
import dev.lamplighter.light.LightCommand;
import dev.lamplighter.light.LightCommand.Change;
import dev.lamplighter.light.LightCommand.Step;
import dev.lamplighter.light.LightCommand.Toggle;
import dev.lamplighter.light.OneLine;
import dev.lamplighter.light.Parsed;
import dev.lamplighter.light.Power;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/** Reads a command in any of its three forms: a bare word, a bare number, a JSON object. A wrong value refuses the whole. */
final class CommandPayload {
    /** Bytes of a payload that a line of the log is made from. */
    private static final int MOST_SHOWN = 256;
    /** The longest payload that is read, in bytes; a real command has a few hundred. */
    static final int LONGEST = 16 * 1024;
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,4}(\\.\\d{1,6})?");
    private static final String FORMS = "a command is ON, OFF, TOGGLE, a brightness from 0 to 100, a step such as +10, or a JSON object";

    private CommandPayload() {}

    /** @param text as {@link #text} gives it */
    static Parsed<Wish> parse(String text, Palette.Reader colors) {
        if (text.startsWith("{")) {
            return CommandJson.parse(text, colors);
        }
        if (NUMBER.matcher(text).matches()) {
            return number(text);
        }
        return switch (text.toUpperCase(Locale.ROOT)) {
            case "ON" -> accepted(Wish.of(Change.to(Power.ON)));
            case "OFF" -> accepted(Wish.of(Change.to(Power.OFF)));
            case "TOGGLE" -> accepted(Wish.of(new Toggle(Fade.NONE)));
            case "" -> rejected("payload", "is empty; " + FORMS);
            default -> rejected("payload", "'" + shortened(text) + "' is not a command; " + FORMS);
        };
    }

    private static Parsed<Wish> number(String text) {
        var value = Double.parseDouble(text);
        var signed = text.startsWith("+") || text.startsWith("-");
        if (Math.abs(value) > 100) {
            return rejected("payload",
                    text + (signed
                            ? " is not a step from -100 to +100 per cent"
                            : " is not a brightness from 0 to 100 per cent"));
        }
        return accepted(Wish.of(signed ? Step.by(Change.NONE, value / 100) : brightness(value / 100)));
    }

    /** A brightness by itself lights a lamp, and 0 puts it out without forgetting how bright it was. */
    static Change brightness(double fraction) {
        return fraction > 0 ? Change.to(Power.ON).with(new Level(fraction)) : Change.to(Power.OFF);
    }

    static boolean isNothing(LightCommand command) {
        return switch (command) {
            case Change change -> change.isNone();
            case Toggle _ -> false;
            case Step step -> step.base().isNone() && step.isNone();
            case LightCommand.Perform _ -> false;
        };
    }

    /** What a sender wrote, short and in one line, fit to be shown back. */
    static String shortened(String text) {
        var line = OneLine.of(text);
        return line.length() <= 40 ? line : line.substring(0, 40) + "…";
    }

    /** What came, fit for a line of a log. */
    static String shown(byte[] payload) {
        return shortened(new String(payload, 0, Math.min(payload.length, MOST_SHOWN), StandardCharsets.UTF_8));
    }

    /** The payload as text, nothing at its ends. */
    static Parsed<String> text(byte[] payload) {
        if (payload.length > LONGEST) {
            return rejected("payload", "has " + payload.length + " bytes; a command has at most " + LONGEST);
        }
        try {
            return accepted(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(payload)).toString().strip());
        } catch (CharacterCodingException _) {
            return rejected("payload", "is not UTF-8 text; " + FORMS);
        }
    }
}
