package dev.lamplighter.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A firmware effect that runs in a light, with what it was started with.
 *
 * @param name in LIFX's capitals, such as {@code MORPH}
 * @param period how long one round takes
 * @param direction {@code forward} or {@code backward}, for those that move
 * @param palette the colour strings it goes through, as they were sent; empty for effects without colours of their own
 * @param end when it stops by itself
 */
public record RunningEffect(String name, Duration period, Optional<String> direction, List<String> palette,
        Instant start, Optional<Instant> end) {
    public RunningEffect {
        palette = List.copyOf(palette);
    }

    boolean isOver(Instant now) {
        return end.filter(it -> !it.isAfter(now)).isPresent();
    }
}
