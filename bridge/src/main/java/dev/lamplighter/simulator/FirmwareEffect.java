package dev.lamplighter.simulator;

import dev.lamplighter.light.Light.Product;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;

/**
 * A request for an effect that the light's own firmware runs, until it is stopped or its time is over.
 *
 * @param palette colour strings, as they were sent
 * @param length how long it is to run; none for ever, nothing at all to stop what runs
 */
record FirmwareEffect(String name, Duration period, Optional<String> direction, List<String> palette,
        Optional<Duration> length) {
    private static final double MOST_CYCLES = 1e10;
    private static final double LONGEST_SECONDS = 3_155_760_000.0;
    private static final List<String> SPECTRUM = List.of("red", "orange", "yellow", "green", "cyan", "blue", "purple");

    static FirmwareEffect move(Fields fields) {
        var direction = fields.word("direction", Set.of("forward", "backward")).orElse("forward");
        var period = period(fields, 1);
        return new FirmwareEffect("move", period, Optional.of(direction), List.of(), cycles(fields, period));
    }

    static FirmwareEffect morph(Fields fields, RandomGenerator random) {
        var palette = palette(fields, random).orElse(SPECTRUM);
        return new FirmwareEffect("morph", period(fields, 5), Optional.empty(), palette, fields.duration());
    }

    static FirmwareEffect flame(Fields fields) {
        return new FirmwareEffect("flame", period(fields, 5), Optional.empty(), List.of(), fields.duration());
    }

    /** Clouds, sunrise and sunset: clients send all of these fields, and which of them LIFX reads is not known. */
    static FirmwareEffect sky(String name, Fields fields, RandomGenerator random) {
        var palette = palette(fields, random).orElse(List.of());
        var period = period(fields, 5);
        var cycles = cycles(fields, period);
        return new FirmwareEffect(name, period, Optional.empty(), palette, fields.duration().or(() -> cycles));
    }

    boolean runsOn(Product product) {
        return name.equals("move") ? product.multizone() : product.matrix();
    }

    Optional<RunningEffect> startedAt(Instant now) {
        return length.filter(Duration::isZero).isPresent()
                ? Optional.empty()
                : Optional.of(new RunningEffect(name.toUpperCase(Locale.ROOT), period, direction, palette, now,
                        length.map(now::plus)));
    }

    private static Duration period(Fields fields, int otherwise) {
        return fields.seconds("period").orElse(Duration.ofSeconds(otherwise));
    }

    private static Optional<Duration> cycles(Fields fields, Duration period) {
        var cycles = fields.number("cycles", 0, MOST_CYCLES);
        var seconds = cycles.orElse(MOST_CYCLES) * period.toNanos() / 1e9;
        return cycles.isPresent() && seconds <= LONGEST_SECONDS
                ? Optional.of(Fields.duration(seconds))
                : Optional.empty();
    }

    private static Optional<List<String>> palette(Fields fields, RandomGenerator random) {
        return fields.read("palette", value -> colors(value, random));
    }

    private static Optional<List<String>> colors(JsonNode value, RandomGenerator random) {
        var colors = value.isArray()
                ? value.values().stream().map(color -> color.asString("")).toList()
                : List.<String>of();
        var good = !colors.isEmpty() && colors.stream().allMatch(it -> ColorString.parse(it, random).isPresent());
        return good ? Optional.of(colors) : Optional.empty();
    }
}
