package dev.lamplighter.bench;

import dev.lamplighter.bench.Table.Row;
import dev.lamplighter.light.LightId;
import dev.lamplighter.simulator.Household;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;

/** Bursts of messages through a flow built by hand and through Lamplighter, over a cloud that answers in 150 ms and has LIFX's limit. */
final class Bursts {
    private static final String BASE = "lifx";
    private static final Duration ANSWER = Duration.ofMillis(150);
    /** What is not in force by then never will be: the flow by hand has nothing under way any more. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final double SAME = 0.3;

    private Bursts() {}

    static void run() throws Exception {
        var system = ManagementFactory.getOperatingSystemMXBean();
        System.out.printf(Locale.ROOT, "Bursts, cloud answering in %d ms, 120 requests a minute; Java %s, %d cores%n%n",
                ANSWER.toMillis(), System.getProperty("java.version"), system.getAvailableProcessors());
        var rows = new ArrayList<Row>();
        for (var scenario : Scenario.all()) {
            rows.add(byHand(scenario));
            rows.add(ours(scenario));
        }
        System.out.print(Table.of(rows));
    }

    private static Row byHand(Scenario scenario) throws Exception {
        try (var stage = stage(scenario); var flow = new ByHand(stage, BASE)) {
            flow.start();
            return measured("by hand", stage, scenario);
        }
    }

    private static Row ours(Scenario scenario) throws Exception {
        try (var stage = stage(scenario); var bridge = stage.bridge(BASE)) {
            bridge.start();
            awaitLights(stage, scenario.lights());
            return measured("Lamplighter", stage, scenario);
        }
    }

    private static Stage stage(Scenario scenario) throws Exception {
        return new Stage(Stage.settings().withDelay(ANSWER), Household.ofColorLights(scenario.lights()));
    }

    private static void awaitLights(Stage stage, int lights) throws Exception {
        var seen = new Semaphore(0);
        var mqtt = new MqttAsyncClient(Ear.tcp(stage.broker()), "waiting", new MemoryPersistence());
        mqtt.setCallback((Ear) (_, _) -> seen.release());
        mqtt.connect(AtOnce.mqtt()).waitForCompletion(10_000);
        mqtt.subscribe(BASE + "/light/+/availability", 1).waitForCompletion(10_000);
        if (!seen.tryAcquire(lights, 30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the bridge has not seen its lights");
        }
        mqtt.disconnect().waitForCompletion(5_000);
        mqtt.close();
    }

    private static Row measured(String flow, Stage stage, Scenario scenario) throws Exception {
        var levels = new Levels(stage.household());
        var before = stage.log().counts();
        var last = play(stage, scenario.messages());
        var settled = levels.await(scenario.ends(), PATIENCE);
        var after = stage.log().counts();
        return new Row(scenario.name(), flow, after.requests() - before.requests(),
                after.requests() - after.writes() - before.requests() + before.writes(),
                after.tooMany() - before.tooMany(), levels.wrong(scenario.ends()),
                settled.map(at -> Duration.ofNanos(Math.max(0, at - last))));
    }

    /** @return when the last message left, in nanoseconds */
    private static long play(Stage stage, List<Scenario.Message> messages) throws MqttException {
        var mqtt = new MqttAsyncClient(Ear.tcp(stage.broker()), "board", new MemoryPersistence());
        var options = AtOnce.mqtt();
        options.setReceiveMaximum(1_000);
        mqtt.connect(options).waitForCompletion(10_000);
        var begun = System.nanoTime();
        var last = begun;
        for (var message : messages) {
            var due = begun + message.at().toNanos();
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            last = System.nanoTime();
            mqtt.publish(BASE + "/light/" + message.light() + "/set",
                    new MqttMessage(message.payload().getBytes(StandardCharsets.UTF_8), 0, false,
                            new MqttProperties()));
        }
        mqtt.disconnect().waitForCompletion(5_000);
        mqtt.close();
        return last;
    }

    /** What the lights show, as it changes. */
    private static final class Levels {
        private final Map<LightId, Double> shown = new ConcurrentHashMap<>();
        private final Semaphore changes = new Semaphore(0);
        private volatile long latest = System.nanoTime();

        Levels(Household household) {
            household.onChange(change -> {
                shown.put(change.after().id(), change.after().look().color().bright() * 100);
                latest = System.nanoTime();
                changes.release();
            });
        }

        /** When the last light came to show what it is to; empty when that did not happen. */
        Optional<Long> await(Map<LightId, Double> ends, Duration patience) throws InterruptedException {
            var end = System.nanoTime() + patience.toNanos();
            var left = patience.toNanos();
            while (left > 0) {
                var at = latest;
                // A flow that still has older requests under way may yet leave it again.
                if (wrong(ends) == 0 && !changes.tryAcquire(1, 2, TimeUnit.SECONDS)) {
                    return Optional.of(at);
                }
                var _ = changes.tryAcquire(1, Math.min(left, 100_000_000), TimeUnit.NANOSECONDS);
                left = end - System.nanoTime();
            }
            return wrong(ends) == 0 ? Optional.of(latest) : Optional.empty();
        }

        int wrong(Map<LightId, Double> ends) {
            return (int) ends.entrySet().stream().filter(end -> Math
                    .abs(shown.getOrDefault(end.getKey(), Scenario.START) - end.getValue()) > SAME).count();
        }
    }
}
