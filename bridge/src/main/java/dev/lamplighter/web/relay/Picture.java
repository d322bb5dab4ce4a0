package dev.lamplighter.web.relay;

import dev.lamplighter.control.Known;
import dev.lamplighter.control.Listener;
import dev.lamplighter.control.Targets;
import dev.lamplighter.control.Targets.Target;
import dev.lamplighter.light.LightId;
import dev.lamplighter.light.Scene;
import dev.lamplighter.light.Selector;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** What is known of lights and scenes, for any thread to read. */
public final class Picture implements Listener {
    private final Map<LightId, Known> lights = new ConcurrentSkipListMap<>();
    private final CountDownLatch seen = new CountDownLatch(1);
    private volatile List<Scene> scenes = List.of();

    @Override
    public void stateChanged(Known light) {
        lights.put(light.light().id(), light);
    }

    @Override
    public void lookedAt(Known light, Instant looked) {
        stateChanged(light);
    }

    @Override
    public void lightLost(LightId light) {
        lights.remove(light);
    }

    @Override
    public void allSeen() {
        seen.countDown();
    }

    @Override
    public void scenesSeen(List<Scene> now) {
        scenes = List.copyOf(now);
    }

    /**
     * Waits until every way has shown its lights.
     *
     * @throws Refusal (503) when none are known by then
     */
    void await(Duration patience) {
        try {
            if (lights.isEmpty() && !seen.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Refusal(RelayReply.error(503, "the lights have not been seen yet"));
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new Refusal(RelayReply.error(503, "the bridge is stopping"));
        }
    }

    /** The lights that {@code guest} means by {@code selector}, in the order of their serials. */
    Collection<Target> of(Selector selector, Guest guest, RandomGenerator random) {
        var his = lights.values().stream().filter(known -> guest.lights().test(known.light())).toList();
        return new Targets(his, scenesById(), random).of(selector);
    }

    List<Scene> scenes() {
        return scenes;
    }

    Optional<Scene> scene(UUID id) {
        return scenes.stream().filter(scene -> scene.id().equals(id)).findFirst();
    }

    private Map<UUID, Scene> scenesById() {
        return scenes.stream().collect(Collectors.toMap(Scene::id, Function.identity(), (one, _) -> one));
    }
}
