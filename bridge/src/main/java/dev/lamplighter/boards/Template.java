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
                .replace("{event}", happened).replace("{steps}", Integer.toString(steps(event)));
    }

    private static int steps(BoardEvent event) {
        return switch (event) {
            case Pressed _ -> 1;
            case Turned(_, _, var steps) -> steps;
        };
    }

    static String command(String command, BoardEvent event) {
        // A text that is nothing but the steps is meant to be a number.
        var filled = filled(command.replace("\"{steps}\"", "{steps}"), event);
        return switch (event) {
            case Pressed _ -> filled;
            case Turned(_, _, var steps) -> filled.startsWith("{")
                    ? times(filled, steps)
                    : BARE_STEP.matcher(filled).matches() ? signed(new BigDecimal(filled), steps) : filled;
        };
    }

    private static String signed(BigDecimal perStep, int steps) {
        var step = product(perStep, steps, MOST_PERCENT);
        return (step.signum() < 0 ? "" : "+") + step.toPlainString();
    }

    private static BigDecimal product(BigDecimal perStep, int steps, BigDecimal most) {
        return perStep.multiply(BigDecimal.valueOf(steps)).min(most).max(most.negate());
    }

    private static String times(String command, int steps) {
        try {
            if (JSON.readTree(command) instanceof ObjectNode json) {
                STEPS.forEach((key, most) -> {
                    if (json.path(key).isNumber()) {
                        json.put(key, product(json.path(key).decimalValue(), steps, BigDecimal.valueOf(most)));
                    }
                });
                return JSON.writeValueAsString(json);
            }
        } catch (JacksonException _) {
            // Whoever carries it out says what is wrong with it.
        }
        return command;
    }
}
