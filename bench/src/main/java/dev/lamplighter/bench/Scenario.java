package dev.lamplighter.bench;

import dev.lamplighter.light.LightId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Messages at their moments, and what the lights are to show in the end.
 *
 * @param lights how many there are
 * @param ends each light's brightness in per cent
 */
record Scenario(String name, int lights, List<Message> messages, Map<LightId, Double> ends) {
    /** Where a fresh simulated lamp begins, in per cent. */
    static final double START = 50;

    /** @param at since the beginning */
    record Message(Duration at, LightId light, String payload) {}

    static List<Scenario> all() {
        return List.of(slider(), switched(), knob(), chaos());
    }

    private static Scenario slider() {
        var messages = new ArrayList<Message>();
        for (var step = 1; step <= 500; step++) {
            messages.add(level(Duration.ofMillis(10L * step), light(1), 60 - step / 10.0));
        }
        return new Scenario("a slider: 500 steps in 5 s", 1, messages, Map.of(light(1), 10.0));
    }

    private static Scenario switched() {
        var messages = new ArrayList<Message>();
        var ends = new TreeMap<LightId, Double>();
        for (var number = 1; number <= 100; number++) {
            messages.add(level(Duration.ofNanos(500_000L * number), light(number), 40));
            ends.put(light(number), 40.0);
        }
        return new Scenario("100 lights, one message each, in 50 ms", 100, messages, ends);
    }

    private static Scenario knob() {
        var messages = new ArrayList<Message>();
        for (var step = 1; step <= 200; step++) {
            messages.add(new Message(Duration.ofMillis(20L * step), light(1), "{\"brightness_step_pct\":0.2}"));
        }
        return new Scenario("a knob: 200 steps of 0.2 % in 4 s", 1, messages, Map.of(light(1), START + 40));
    }

    private static Scenario chaos() {
        var random = new Random(7);
        var messages = new ArrayList<Message>();
        var ends = new TreeMap<LightId, Double>();
        for (var number = 0; number < 600; number++) {
            var light = light(1 + random.nextInt(20));
            var level = 1 + random.nextInt(100);
            messages.add(level(Duration.ofMillis(50L * number), light, level));
            ends.put(light, (double) level);
        }
        return new Scenario("20 lights, 20 messages a second for 30 s", 20, messages, ends);
    }

    private static Message level(Duration at, LightId light, double percent) {
        return new Message(at, light, "{\"brightness_pct\":" + percent + "}");
    }

    private static LightId light(int number) {
        return new LightId("d073d5%06x".formatted(number));
    }
}
