package dev.lamplighter.control;

import dev.lamplighter.control.Reply.Allowance;
import dev.lamplighter.control.Way.Reach;
import dev.lamplighter.light.LightId;
import dev.lamplighter.light.LightState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Lights in memory behind the port. A call takes no time by itself; to hold one under way a test runs {@link Lights} with a {@code calls}
 * executor of its own.
 */
final class FakeWay implements Way {
    final Map<LightId, Sighting> lights = new TreeMap<>();
    final List<List<Part>> applied = new ArrayList<>();
    int looks;
    /** What happens to calls instead of success; null when nothing does. */
    Optional<Supplier<Outcome<?>>> fault = Optional.empty();
    Reach reach = Reach.OK;
    Optional<Allowance> allowance = Optional.empty();

    FakeWay(int count) {
        for (var number = 1; number <= count; number++) {
            lights.put(Samples.id(number), Samples.off(number));
        }
    }

    LightState state(int number) {
        return Objects.requireNonNull(lights.get(Samples.id(number))).state();
    }

    void failWith(Outcome<?> outcome) {
        fault = Optional.of(() -> outcome);
    }

    void recover() {
        fault = Optional.empty();
    }

    @Override
    public Via via() {
        return Via.CLOUD;
    }

    @Override
    public Reply<List<Sighting>> look(Duration within) {
        looks++;
        return reply(() -> new Outcome.Done<>(List.copyOf(lights.values())));
    }

    @Override
    public Reply<Map<LightId, Reach>> apply(List<Part> parts, Duration within) {
        applied.add(parts);
        return reply(() -> new Outcome.Done<>(carryOut(parts)));
    }

    private Map<LightId, Reach> carryOut(List<Part> parts) {
        var reached = new LinkedHashMap<LightId, Reach>();
        for (var part : parts) {
            if (reach == Reach.OK) {
                lights.computeIfPresent(part.light(),
                        (_, seen) -> new Sighting(seen.light(), seen.state().after(part.change()), seen.reachable()));
            }
            reached.put(part.light(), reach);
        }
        return reached;
    }

    @SuppressWarnings("unchecked") // An outcome that failed carries no value of T.
    private <T> Reply<T> reply(Supplier<Outcome<T>> success) {
        var outcome = fault.isPresent() ? (Outcome<T>) fault.get().get() : success.get();
        return new Reply<>(outcome, allowance);
    }

    static <T> Outcome<T> unreachable() {
        return new Outcome.Unreachable<>("no answer from the fake");
    }

    static <T> Outcome<T> throttled(Instant until) {
        return new Outcome.Throttled<>(until);
    }
}
