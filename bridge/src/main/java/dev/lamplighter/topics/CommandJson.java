package dev.lamplighter.topics;

import dev.lamplighter.light.LightCommand;
import dev.lamplighter.light.LightCommand.Change;
import dev.lamplighter.light.LightCommand.Perform;
import dev.lamplighter.light.LightCommand.Toggle;
import dev.lamplighter.light.Parsed;
import dev.lamplighter.light.Power;
import dev.lamplighter.topics.ChangeJson.Brightness;
import dev.lamplighter.topics.JsonFields.Wrong;
import java.util.Locale;
import java.util.Optional;

/** Reads a command from a JSON object with Home Assistant's light keys and our own. */
final class CommandJson {
    private static final int LONGEST_ID = 64;
    private static final int LONGEST_WORD = 64;

    private final JsonFields fields;
    private final String state;

    private CommandJson(JsonFields fields) throws Wrong {
        this.fields = fields;
        this.state = state(fields);
    }

    static Parsed<Wish> parse(String text, Palette.Reader colors) {
        try {
            return Parsed.accepted(read(JsonFields.of(text, colors)));
        } catch (Wrong wrong) {
            return wrong.rejected();
        }
    }

    static Wish read(JsonFields fields) throws Wrong {
        return new CommandJson(fields).wish();
    }

    /** The id of a command that is refused, where it can be read: its sender waits for it. */
    static Optional<String> idOf(byte[] payload) {
        return CommandPayload.text(payload) instanceof Parsed.Accepted<String>(var text) && text.startsWith("{")
                ? idOf(text)
                : Optional.empty();
    }

    private static Optional<String> idOf(String json) {
        try {
            return id(JsonFields.of(json, new Palette().reader()));
        } catch (Wrong _) {
            return Optional.empty();
        }
    }

    static Optional<String> id(JsonFields fields) throws Wrong {
        return fields.text("id", LONGEST_ID);
    }

    private static String state(JsonFields fields) throws Wrong {
        var word = fields.text("state", LONGEST_WORD).orElse("").toUpperCase(Locale.ROOT);
        return switch (word) {
            case "ON", "OFF", "TOGGLE" -> word;
            default -> {
                if (fields.has("state")) {
                    throw fields.wrong("state", "is ON, OFF or TOGGLE, not '" + CommandPayload.shortened(word) + "'");
                }
                yield "";
            }
        };
    }

    private Wish wish() throws Wrong {
        var zones = ZonesJson.read(fields);
        var command = command(zones.isPresent());
        var id = id(fields);
        if (CommandPayload.isNothing(command)) {
            throw new Wrong("payload", "wishes for nothing: none of its keys changes a light" + unknown());
        }
        if (zones.isPresent()) {
            ZonedRules.check(fields, command);
        }
        return new Wish(command, zones, id, fields.ignored());
    }

    /** A key that is mistyped is why most such commands wish for nothing. */
    private String unknown() {
        var ignored = fields.ignored();
        return ignored.isEmpty() ? "" : "; unknown keys: " + String.join(", ", ignored);
    }

    private LightCommand command(boolean zoned) throws Wrong {
        var change = ChangeJson.read(fields, power(), zoned ? Brightness.LIGHTS : Brightness.SWITCHES);
        var step = StepJson.read(fields, change.whole());
        var action = ActionJson.read(fields, change);
        if (state.equals("TOGGLE")) {
            return toggle(change, !step.base().isNone() || !step.isNone() || action.isPresent());
        }
        if (action.isPresent()) {
            return alone(action.get(), !step.isNone());
        }
        return step.isNone() ? step.base() : step;
    }

    private Optional<Power> power() {
        return switch (state) {
            case "ON" -> Optional.of(Power.ON);
            case "OFF" -> Optional.of(Power.OFF);
            default -> Optional.empty();
        };
    }

    private Toggle toggle(ChangeJson change, boolean more) throws Wrong {
        if (more) {
            throw fields.wrong("state", "TOGGLE cannot be combined with another change");
        }
        return new Toggle(change.fade());
    }

    private static Perform alone(Perform perform, boolean stepped) throws Wrong {
        if (stepped) {
            throw new Wrong("payload", "has a step together with an effect, flash, clean or cycle");
        }
        return perform;
    }
}
