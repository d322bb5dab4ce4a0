package dev.lamplighter.simulator;

import dev.lamplighter.light.Power;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads the fields of a body one by one, and remembers what was wrong and what nobody asked for. For one request, on one thread. */
final class Fields {
    /** LIFX's longest transition, a hundred years. */
    private static final double LONGEST = 3_155_760_000.0;

    private final ObjectNode node;
    private final RandomGenerator random;
    private final List<Refusal.Problem> problems = new ArrayList<>();
    private final Set<String> known = new HashSet<>();

    Fields(ObjectNode node, RandomGenerator random) {
        this.node = node;
        this.random = random;
    }

    Optional<Power> power() {
        return read("power", value -> switch (value.asString("")) {
            case "on" -> Optional.of(Power.ON);
            case "off" -> Optional.of(Power.OFF);
            default -> Optional.empty();
        });
    }

    Optional<ColorString> color(String name) {
        return read(name,
                value -> value.isString() ? ColorString.parse(value.stringValue(), random) : Optional.empty());
    }

    OptionalDouble number(String name, double least, double most) {
        var number = read(name,
                value -> numeric(value).filter(it -> it >= least && it <= most));
        return number.isPresent() ? OptionalDouble.of(number.get()) : OptionalDouble.empty();
    }

    Optional<Duration> duration() {
        return seconds("duration");
    }

    Optional<Duration> seconds(String name) {
        var seconds = number(name, 0, LONGEST);
        return seconds.isPresent() ? Optional.of(duration(seconds.getAsDouble())) : Optional.empty();
    }

    /** @param seconds up to a hundred years */
    static Duration duration(double seconds) {
        return Duration.ofNanos(Math.round(seconds * 1e9));
    }

    boolean flag(String name, boolean otherwise) {
        return read(name, value -> switch (value.asString("")) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        }).orElse(otherwise);
    }

    Optional<String> word(String name, Set<String> allowed) {
        return read(name, value -> Optional.of(value.asString("")).filter(allowed::contains));
    }

    <T> Optional<T> read(String name, Function<JsonNode, Optional<T>> how) {
        known.add(name);
        var value = node.get(name);
        if (value == null || value.isNull()) {
            return Optional.empty();
        }
        var read = how.apply(value);
        if (read.isEmpty()) {
            problem(name, "is invalid");
        }
        return read;
    }

    void require(String name) {
        if (!node.hasNonNull(name)) {
            problem(name, "is missing");
        }
    }

    void problem(String name, String message) {
        problems.add(new Refusal.Problem(name, message));
    }

    /** To be called once all fields are read. */
    void refuseProblems() {
        if (!problems.isEmpty()) {
            throw new Refusal(Reply.unprocessable(problems));
        }
    }

    /** The fields that were never read, with their values. */
    ObjectNode unknown() {
        var unknown = Json.object();
        node.properties().stream().filter(field -> !known.contains(field.getKey()))
                .forEach(field -> unknown.set(field.getKey(), field.getValue()));
        return unknown;
    }

    private static Optional<Double> numeric(JsonNode value) {
        try {
            return value.isNumber() || value.isString()
                    ? Optional.of(new BigDecimal(value.asString()).doubleValue())
                    : Optional.empty();
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }
}
