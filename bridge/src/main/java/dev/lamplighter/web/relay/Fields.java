package dev.lamplighter.web.relay;

import dev.lamplighter.light.Effect;
import dev.lamplighter.light.Fade;
import dev.lamplighter.light.Level;
import dev.lamplighter.light.Power;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes the fields of a body one by one. What is wrong is gathered, so that all of it is told at once; what nobody took is told as unknown.
 * Numbers and truths may be texts, as they are in a form.
 */
final class Fields {
    /** How long LIFX takes over a transition when nobody says. */
    static final Fade STANDARD = Fade.ofSeconds(1);

    private final ObjectNode body;
    private final Set<String> taken = new HashSet<>();
    private final List<Refusal.Problem> problems = new ArrayList<>();

    Fields(ObjectNode body) {
        this.body = body;
    }

    <T> Optional<T> take(String name, Function<JsonNode, Optional<T>> reader) {
        taken.add(name);
        if (!body.hasNonNull(name)) {
            return Optional.empty();
        }
        var value = reader.apply(body.get(name));
        if (value.isEmpty()) {
            problem(name, "is invalid");
        }
        return value;
    }

    Optional<String> text(String name) {
        return take(name, value -> Optional.of(value.asString("")));
    }

    Optional<Double> number(String name, double least, double most) {
        return take(name, value -> number(value).filter(it -> it >= least && it <= most));
    }

    Optional<Level> level(String name) {
        return number(name, 0, 1).map(Level::new);
    }

    Optional<Double> seconds(String name) {
        return number(name, 0, Effect.LONGEST);
    }

    Fade fade() {
        return seconds("duration").map(Fade::ofSeconds).orElse(STANDARD);
    }

    Optional<Power> power() {
        return take("power", value -> switch (value.asString("")) {
            case "on" -> Optional.of(Power.ON);
            case "off" -> Optional.of(Power.OFF);
            default -> Optional.empty();
        });
    }

    boolean flag(String name, boolean otherwise) {
        return take(name, value -> switch (value.asString("")) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        }).orElse(otherwise);
    }

    boolean isBackward() {
        return take("direction", value -> switch (value.asString("")) {
            case "forward" -> Optional.of(false);
            case "backward" -> Optional.of(true);
            default -> Optional.empty();
        }).orElse(false);
    }

    Optional<ObjectNode> object(String name) {
        return take(name, value -> value instanceof ObjectNode object ? Optional.of(object) : Optional.empty());
    }

    void require(String name) {
        if (!body.hasNonNull(name)) {
            problem(name, "is missing");
        }
    }

    void problem(String name, String message) {
        problems.add(new Refusal.Problem(name, message));
    }

    /** @throws Refusal (422) when something was wrong with what was taken */
    void check() {
        if (!problems.isEmpty()) {
            throw Refusal.of(problems);
        }
    }

    /** What nobody took. */
    ObjectNode unknown() {
        var unknown = body.deepCopy();
        unknown.remove(taken);
        return unknown;
    }

    private static Optional<Double> number(JsonNode value) {
        try {
            return value.isNumber() || value.isString()
                    ? Optional.of(new BigDecimal(value.asString()).doubleValue())
                    : Optional.empty();
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }
}
