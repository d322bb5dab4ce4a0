package dev.lamplighter.control;

import dev.lamplighter.control.Reply.Allowance;
import dev.lamplighter.light.Action;
import dev.lamplighter.light.LightCommand.Change;
import dev.lamplighter.light.LightId;
import dev.lamplighter.light.LightState;
import dev.lamplighter.light.Scene;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/** Lights behind a way that, while it is failing, does so in every way there is, with the deed done and without. */
final class FaultyWay implements Way {
    private static final List<Reach> REACHES = List.of(Reach.values());

    /** What was sent to a light, and when it left. */
    record Sent(LightId light, Change change, Instant left) {}

    private static final int AMPLE = 100_000;

    final List<Sent> sent = new ArrayList<>();
    boolean failing;
    /** When the call that comes next had left. */
    Instant left = Instant.MIN;
    private final Map<LightId, Sighting> lights = new TreeMap<>();
    private final Random random;
    private final InstantSource clock;

    FaultyWay(int count, Random random, InstantSource clock) {
        this.random = random;
        this.clock = clock;
        for (var number = 1; number <= count; number++) {
            lights.put(Samples.id(number), Samples.off(number));
        }
    }

    LightState state(LightId light) {
        return Objects.requireNonNull(lights.get(light)).state();
    }

    @Override
    public Via via() {
        return Via.CLOUD;
    }

    @Override
    public Reply<List<Sighting>> look(Duration within) {
        return reply(failing && random.nextBoolean()
                ? new Outcome.Unreachable<>("no answer")
                : new Outcome.Done<>(List.copyOf(lights.values())));
    }

    @Override
    public Reply<Map<LightId, Reach>> apply(List<Part> parts, Haste haste, Duration within) {
        parts.forEach(part -> part.lights().lights()
                .forEach(light -> sent.add(new Sent(light, part.change(), left))));
        return reply(switch (failing ? random.nextInt(6) : 5) {
            case 0 -> new Outcome.Unreachable<>("no answer");
            case 1 -> {
                parts.forEach(this::carryOut);
                yield new Outcome.Unreachable<>("the answer was lost");
            }
            case 2 -> new Outcome.Throttled<>(clock.instant().plusSeconds(1 + random.nextInt(8)));
            default -> new Outcome.Done<>(reached(parts));
        });
    }

    private <T> Reply<T> reply(Outcome<T> outcome) {
        return new Reply<>(outcome, Optional.of(new Allowance(AMPLE, AMPLE, clock.instant().plusSeconds(60))));
    }

    private Map<LightId, Reach> reached(List<Part> parts) {
        var reached = new TreeMap<LightId, Reach>();
        for (var part : parts) {
            for (var light : part.lights().lights()) {
                var reach = failing ? REACHES.get(random.nextInt(REACHES.size())) : Reach.OK;
                if (reach == Reach.OK || (reach == Reach.TIMED_OUT && random.nextBoolean())) {
                    carryOut(light, part.change());
                }
                reached.put(light, reach);
            }
        }
        return reached;
    }

    private void carryOut(Part part) {
        part.lights().lights().forEach(light -> carryOut(light, part.change()));
    }

    private void carryOut(LightId id, Change change) {
        lights.computeIfPresent(id, (_, seen) -> new Sighting(seen.light(), seen.state().after(change),
                seen.reachable(), Duration.ZERO));
    }

    @Override
    public Reply<List<Scene>> scenes(Duration within) {
        return reply(new Outcome.Done<>(List.of()));
    }

    @Override
    public Reply<Change> color(String text, Duration within) {
        return reply(new Outcome.Refused<>("there is no colour " + text));
    }

    @Override
    public Reply<Map<LightId, Reach>> perform(Meant meant, Action action, Duration within) {
        return reply(new Outcome.Refused<>("no actions here"));
    }
}
