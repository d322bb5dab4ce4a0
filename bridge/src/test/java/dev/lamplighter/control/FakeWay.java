package dev.lamplighter.control;

import dev.lamplighter.control.Reply.Allowance;
import dev.lamplighter.control.Way.Reach;
import dev.lamplighter.light.Action;
import dev.lamplighter.light.Effect;
import dev.lamplighter.light.LightCommand.Change;
import dev.lamplighter.light.LightId;
import dev.lamplighter.light.LightState;
import dev.lamplighter.light.Scene;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Lights in memory behind the port. A call takes no time by itself; to hold one under way a test runs {@link Lights} with a {@code calls}
 * executor of its own.
 */
final class FakeWay implements Way {
    private final Via via;
    final Map<LightId, Sighting> lights;
    final List<List<Part>> applied = new ArrayList<>();
    final List<Haste> hastes = new ArrayList<>();
    final List<Performed> performed = new ArrayList<>();
    final Map<String, Change> colors = new TreeMap<>();
    List<Scene> scenes = List.of();
    /** Those that this way does not see. */
    final Set<LightId> hidden = new TreeSet<>();
    Predicate<Action> able = _ -> true;
    int looks;
    int scenesRead;
    /** What single lights say instead of {@link #reach}. */
    final Map<LightId, Reach> reaches = new TreeMap<>();
    /** Whether what is sent in haste arrives. */
    boolean losesHaste;
    /** What becomes of calls to {@link #scenes} alone. */
    Optional<Outcome<List<Scene>>> sceneFault = Optional.empty();
    /** What happens to calls instead of success; null when nothing does. */
    Optional<Supplier<Outcome<?>>> fault = Optional.empty();
    Reach reach = Reach.OK;
    Optional<Allowance> allowance = Optional.empty();

    /** An action, and at which lights. */
    record Performed(Meant lights, Action action) {}

    FakeWay(int count) {
        this(Via.CLOUD, new TreeMap<>());
        for (var number = 1; number <= count; number++) {
            lights.put(Samples.id(number), Samples.off(number));
        }
    }

    /** @param lights what is changed here is changed for all who share it */
    FakeWay(Via via, Map<LightId, Sighting> lights) {
        this.via = via;
        this.lights = lights;
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
        return via;
    }

    @Override
    public boolean performs(Action action) {
        return able.test(action);
    }

    @Override
    public Reply<List<Sighting>> look(Duration within) {
        looks++;
        return reply(() -> new Outcome.Done<>(
                lights.values().stream().filter(light -> !hidden.contains(light.light().id())).toList()));
    }

    @Override
    public Reply<List<Scene>> scenes(Duration within) {
        scenesRead++;
        return reply(() -> sceneFault.orElseGet(() -> new Outcome.Done<>(scenes)));
    }

    @Override
    public Reply<Change> color(String text, Duration within) {
        return reply(() -> colors.containsKey(text)
                ? new Outcome.Done<>(colors.get(text))
                : new Outcome.Refused<>("there is no colour " + text));
    }

    @Override
    public Reply<Map<LightId, Reach>> perform(Meant meant, Action action, Duration within) {
        performed.add(new Performed(meant, action));
        return reply(() -> new Outcome.Done<>(done(meant, action)));
    }

    private Map<LightId, Reach> done(Meant meant, Action action) {
        var reached = new LinkedHashMap<LightId, Reach>();
        for (var light : meant.lights()) {
            if (reach(light) == Reach.OK) {
                change(light, becomes(light, action));
            }
            reached.put(light, reach(light));
        }
        return reached;
    }

    private UnaryOperator<LightState> becomes(LightId light, Action action) {
        return switch (action) {
            case Effect effect -> effect::on;
            case Action.Activate(var scene, _, _, _) -> state -> scenes.stream().filter(it -> it.id().equals(scene))
                    .findFirst().flatMap(it -> Optional.ofNullable(it.lights().get(light))).map(state::after)
                    .orElse(state);
            case Action.Clean _,Action.Cycle _ -> state -> state;
        };
    }

    private Reach reach(LightId light) {
        return reaches.getOrDefault(light, reach);
    }

    private void change(LightId light, UnaryOperator<LightState> change) {
        lights.computeIfPresent(light, (_, seen) -> new Sighting(seen.light(), change.apply(seen.state()),
                seen.reachable(), seen.unseen()));
    }

    @Override
    public Reply<Map<LightId, Reach>> apply(List<Part> parts, Haste haste, Duration within) {
        applied.add(parts);
        hastes.add(haste);
        return reply(() -> new Outcome.Done<>(haste == Haste.FAST ? fast(parts) : carryOut(parts)));
    }

    private Map<LightId, Reach> fast(List<Part> parts) {
        if (!losesHaste) {
            carryOut(parts);
        }
        return Map.of();
    }

    private Map<LightId, Reach> carryOut(List<Part> parts) {
        var reached = new LinkedHashMap<LightId, Reach>();
        for (var part : parts) {
            for (var light : part.lights().lights()) {
                if (reach(light) == Reach.OK) {
                    change(light, state -> part.lights().zones().map(zones -> state.after(part.change(), zones))
                            .orElseGet(() -> state.after(part.change())));
                }
                reached.put(light, reach(light));
            }
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
