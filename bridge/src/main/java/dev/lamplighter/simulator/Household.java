package dev.lamplighter.simulator;

import dev.lamplighter.light.Light.Room;
import dev.lamplighter.light.LightId;
import dev.lamplighter.simulator.SimulatedLight.Look;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The lights and scenes of the simulated account, and the one place where they change.
 *
 * <p>
 * Safe for many threads. One lock guards the map of lights, so a request sees and leaves the household whole. What runs inside the lock
 * computes and returns; it never waits. Listeners are called after the lock is released, on the thread that made the change, so they may
 * look at the household again; two changes made at once may be told in either order.
 */
public final class Household {
    static final Room HOME = new Room("a1b2c3d4e5f60718293a4b5c6d7e8f90", "Home");

    /** A light of which something else is wished, or which is named, placed or connected otherwise than before. */
    public record Changed(SimulatedLight before, SimulatedLight after) {}

    /** What came of a turn, with the lights it left behind. */
    record Done<T>(T result, Map<LightId, SimulatedLight> lights) {}

    private final Object lock = new Object();
    private final List<SimulatedScene> scenes;
    private final Set<LightId> strangers = ConcurrentHashMap.newKeySet();
    private final List<Consumer<Changed>> listeners = new CopyOnWriteArrayList<>();
    private Map<LightId, SimulatedLight> lights;

    public Household(List<SimulatedLight> lights, List<SimulatedScene> scenes) {
        this.scenes = List.copyOf(scenes);
        this.lights = new LinkedHashMap<>();
        lights.forEach(light -> this.lights.put(light.id(), light));
    }

    /** Seven different products in four groups of one location, with two scenes. One of them is the {@code Desk Lamp}. */
    public static Household standard() {
        return StandardHousehold.build();
    }

    /** The standard ones, and an old strip, one of 120 zones, a ceiling and, for the LAN alone, a switch. */
    public static Household ofAllShapes() {
        return StandardHousehold.ofAllShapes();
    }

    /** So many colour lights in one group, labelled {@code Light 1} and on, with serials that count up from {@code d073d5000001}. */
    public static Household ofColorLights(int count) {
        return StandardHousehold.ofColorLights(count);
    }

    public List<SimulatedLight> lights() {
        synchronized (lock) {
            return List.copyOf(lights.values());
        }
    }

    /** @throws NoSuchElementException when there is none of that serial */
    public SimulatedLight light(LightId id) {
        return find(id)
                .orElseThrow(() -> new NoSuchElementException("no light " + id));
    }

    public Optional<SimulatedLight> find(LightId id) {
        synchronized (lock) {
            return Optional.ofNullable(lights.get(id));
        }
    }

    /** @throws NoSuchElementException when none bears that label */
    public SimulatedLight light(String label) {
        return lights().stream().filter(light -> light.label().equals(label)).findFirst()
                .orElseThrow(() -> new NoSuchElementException("no light labelled '" + label + "'"));
    }

    public List<SimulatedScene> scenes() {
        return scenes;
    }

    /** Adds a light, or puts it in the place of the one with its serial. */
    public void add(SimulatedLight light) {
        edit(lights -> lights.put(light.id(), light));
    }

    /** The light leaves the account, so that the cloud knows nothing of it, and stays in the house. */
    public void disown(LightId id) {
        strangers.add(id);
    }

    boolean isInAccount(LightId id) {
        return !strangers.contains(id);
    }

    public void remove(LightId id) {
        edit(lights -> lights.remove(id));
    }

    public void rename(LightId id, String label) {
        change(id, light -> light.named(label));
    }

    public void move(LightId id, Room group) {
        change(id, light -> light.in(group));
    }

    /** Somebody at the light itself, by a wall switch or the phone app; it shows the new look at once. */
    public void setByHand(LightId id, UnaryOperator<Look> how) {
        change(id, light -> light.with(how.apply(light.look())));
    }

    /**
     * The light loses its connection to the cloud, which from then on lists what it saw last and sends it nothing.
     *
     * @param since by the simulated cloud's clock
     */
    public void disconnect(LightId id, Instant since) {
        change(id, light -> light.with(light.course().withAbsence(
                light.course().absence().or(() -> Optional.of(new Course.Absence(since, light.at(since).look()))))));
    }

    public void reconnect(LightId id) {
        change(id, light -> light.with(light.course().withAbsence(Optional.empty())));
    }

    /** Any other change from outside the cloud. A serial that is not there changes nothing. */
    public void change(LightId id, UnaryOperator<SimulatedLight> how) {
        edit(lights -> lights.computeIfPresent(id, (_, light) -> how.apply(light)));
    }

    /** Has {@code listener} called for each light that changes from now on. It must not wait: a request waits for it. */
    public void onChange(Consumer<Changed> listener) {
        listeners.add(listener);
    }

    <T> T turn(Function<Map<LightId, SimulatedLight>, Done<T>> what) {
        Map<LightId, SimulatedLight> before;
        Done<T> done;
        synchronized (lock) {
            before = lights;
            done = what.apply(before);
            lights = done.lights();
        }
        changes(before, done.lights()).forEach(change -> listeners.forEach(listener -> listener.accept(change)));
        return done.result();
    }

    private void edit(Consumer<Map<LightId, SimulatedLight>> how) {
        turn(before -> {
            var after = new LinkedHashMap<>(before);
            how.accept(after);
            return new Done<>(true, after);
        });
    }

    private static List<Changed> changes(Map<LightId, SimulatedLight> before, Map<LightId, SimulatedLight> after) {
        var changes = new ArrayList<Changed>();
        after.forEach((id, light) -> {
            var old = before.get(id);
            if (old != null && !light.equals(old) && light.isNews(old)) {
                changes.add(new Changed(old, light));
            }
        });
        return changes;
    }
}
