package dev.lamplighter.control;

import dev.lamplighter.control.Plan.Share;
import dev.lamplighter.control.Reply.Allowance;
import dev.lamplighter.light.Action;
import dev.lamplighter.light.Effect;
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
import java.util.function.UnaryOperator;

/** Lights behind a way that, while it is failing, does so in every way there is, with the deed done and without. */
final class FaultyWay implements Way {
    private static final List<Reach> REACHES = List.of(Reach.values());

    /** What was sent to a light, and when it left. */
    record Sent(LightId light, Share share, Instant left) {}

    /** Something done once that may have had its effect, and when it left. */
    record Done(Action action, Instant left) {}

    private static final int AMPLE = 100_000;

    final List<Sent> sent = new ArrayList<>();
    final List<Done> done = new ArrayList<>();
    boolean failing;
    /** When the call that comes next had left. */
    Instant left = Instant.MIN;
    private final Map<LightId, Sighting> lights = new TreeMap<>();
    private final Random random;
    private final InstantSource clock;

    FaultyWay(List<Sighting> lights, Random random, InstantSource clock) {
        this.random = random;
        this.clock = clock;
        lights.forEach(light -> this.lights.put(light.light().id(), light));
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
                .forEach(light -> sent.add(new Sent(light, share(part), left))));
        return reply(outcome(() -> parts.forEach(part -> part.lights().lights().forEach(light -> show(light, part))),
                () -> haste == Haste.FAST ? hasty(parts) : reached(parts)));
    }

    @Override
    public Reply<Map<LightId, Reach>> perform(Meant meant, Action action, Duration within) {
        Runnable deed = () -> {
            done.add(new Done(action, left));
            meant.lights().forEach(light -> show(light, state -> ((Effect) action).on(state)));
        };
        return reply(outcome(deed, () -> {
            deed.run();
            var reached = new TreeMap<LightId, Reach>();
            meant.lights().forEach(light -> reached.put(light, failing ? any() : Reach.OK));
            return reached;
        }));
    }

    private interface Success {
        Map<LightId, Reach> run();
    }

    private Outcome<Map<LightId, Reach>> outcome(Runnable deed, Success success) {
        return switch (failing ? random.nextInt(7) : 6) {
            case 0 -> new Outcome.Unreachable<>("no answer");
            case 1 -> {
                deed.run();
                yield new Outcome.Unreachable<>("the answer was lost");
            }
            case 2 -> new Outcome.Throttled<>(clock.instant().plusSeconds(1 + random.nextInt(8)));
            case 3 -> new Outcome.Unreachable<>("no way there", false);
            default -> new Outcome.Done<>(success.run());
        };
    }

    private <T> Reply<T> reply(Outcome<T> outcome) {
        return new Reply<>(outcome, Optional.of(new Allowance(AMPLE, AMPLE, clock.instant().plusSeconds(60))));
    }

    private Reach any() {
        return REACHES.get(random.nextInt(REACHES.size()));
    }

    /** Nothing is said of what becomes of it. */
    private Map<LightId, Reach> hasty(List<Part> parts) {
        for (var part : parts) {
            part.lights().lights().stream().filter(_ -> !failing || random.nextBoolean())
                    .forEach(light -> show(light, part));
        }
        return Map.of();
    }

    private Map<LightId, Reach> reached(List<Part> parts) {
        var reached = new TreeMap<LightId, Reach>();
        for (var part : parts) {
            for (var light : part.lights().lights()) {
                var reach = reached.computeIfAbsent(light, _ -> failing ? any() : Reach.OK);
                if (reach == Reach.OK || (reach == Reach.TIMED_OUT && random.nextBoolean())) {
                    show(light, part);
                }
            }
        }
        return reached;
    }

    private static Share share(Part part) {
        return new Share(part.change(), part.lights().zones());
    }

    private void show(LightId light, Part part) {
        show(light, state -> Ledger.after(state, share(part)));
    }

    private void show(LightId id, UnaryOperator<LightState> change) {
        lights.computeIfPresent(id, (_, seen) -> new Sighting(seen.light(), change.apply(seen.state()),
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
}
