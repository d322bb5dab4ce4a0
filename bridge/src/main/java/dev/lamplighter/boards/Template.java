package dev.lamplighter.boards;

import dev.lamplighter.board.BoardEvent;
import dev.lamplighter.board.BoardEvent.Pressed;
import dev.lamplighter.board.BoardEvent.Turned;
import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Puts what happened into a command. */
final class Template {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String HOW_FAR = "{steps}";
    /** A text that is nothing but the steps is meant to be a number. */
    private static final String QUOTED = '"' + HOW_FAR + '"';
    private static final Pattern BARE_STEP = Pattern.compile("[+-]\\d{1,3}(\\.\\d{1,6})?");
    /** What grows with the steps of a knob, and the most it may be either way: a quick turn goes to the end, not past it. */
    private static final Map<String, Integer> STEPS = Map.of("brightness_step", 255, "brightness_step_pct", 100,
            "hue_step", 360, "saturation_step", 1, "color_temp_step", 7500, "infrared_step", 1);
    private static final BigDecimal MOST_PERCENT = BigDecimal.valueOf(100);

    private Template() {}

    static String filled(String text, BoardEvent event) {
        var happened = switch (event) {
            case Pressed(_, _, var press) -> press.word();
            case Turned _ -> "turn";
        };
        return text.replace("{board}", event.board()).replace("{number}", Integer.toString(event.number()))
                .replace("{event}", happened).replace(HOW_FAR, Integer.toString(steps(event)));
    }

    private static int steps(BoardEvent event) {
        return switch (event) {
            case Pressed _ -> 1;
            case Turned(_, _, var steps) -> steps;
        };
    }

    static String command(String command, BoardEvent event) {
        if (command.equals(HOW_FAR)) {
            return signed(BigDecimal.ONE, steps(event));
        }
        return switch (event) {
            case Pressed _ -> filled(command.replace(QUOTED, HOW_FAR), event);
            case Turned(_, _, var steps) when BARE_STEP.matcher(command).matches() ->
                signed(new BigDecimal(command), steps);
            case Turned turned -> command.startsWith("{") ? object(command, turned) : filled(command, turned);
        };
    }

    private static String signed(BigDecimal perStep, int steps) {
        var step = product(perStep, steps, MOST_PERCENT);
        return (step.signum() < 0 ? "" : "+") + step.toPlainString();
    }

    private static BigDecimal product(BigDecimal perStep, int steps, BigDecimal most) {
        return perStep.multiply(BigDecimal.valueOf(steps)).min(most).max(most.negate());
    }

    /** Only a number that stood in the command as written is per step; one that came out of the steps is theirs already. */
    private static String object(String command, Turned event) {
        var open = command.replace(QUOTED, HOW_FAR);
        var filled = filled(open, event);
        try {
            if (JSON.readTree(filled) instanceof ObjectNode json) {
                var written = JSON.readTree(open.replace(HOW_FAR, "null"));
                STEPS.forEach((key, most) -> {
                    if (json.path(key).isNumber()) {
                        var times = written.path(key).isNumber() ? event.steps() : 1;
                        json.put(key, product(json.path(key).decimalValue(), times, BigDecimal.valueOf(most)));
                    }
                });
                return JSON.writeValueAsString(json);
            }
        } catch (JacksonException _) {
            // Whoever carries it out says what is wrong with it.
        }
        return filled;
    }
}
