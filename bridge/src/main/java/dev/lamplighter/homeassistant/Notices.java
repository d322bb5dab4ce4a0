package dev.lamplighter.homeassistant;

import dev.lamplighter.control.Surroundings;
import dev.lamplighter.mqtt.Bytes;
import dev.lamplighter.mqtt.Publication;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Brings what is published of devices to what is wished, each device at its own pace: Home Assistant overlooks part of a description that
 * comes on the heels of another. Owned by the owner's thread.
 */
final class Notices {
    private static final JsonMapper JSON = new JsonMapper();
    /** Between two descriptions of one device. */
    private static final Duration APART = Duration.ofSeconds(3);
    /** All that is told together is spread over this time. */
    private static final Duration SPREAD = Duration.ofSeconds(3);

    private final DeviceJson json;
    private final Outlet out;
    private final Surroundings around;
    private final Map<String, Map<String, JsonNode>> published = new HashMap<>();
    private final Map<String, Map<String, JsonNode>> wished = new LinkedHashMap<>();
    /** Devices that have a step before them, or have just had one. */
    private final Set<String> busy = new HashSet<>();

    Notices(DeviceJson json, Outlet out, Surroundings around) {
        this.json = json;
        this.out = out;
        this.around = around;
    }

    /** Devices of which something is published or wished. */
    Set<String> devices() {
        var all = new HashSet<>(published.keySet());
        all.addAll(wished.keySet());
        return all;
    }

    /** The broker keeps this of ours; it need not be told again as long as it is what is wished. */
    void kept(String device, String topic, JsonNode message) {
        of(device).putIfAbsent(topic, message);
    }

    void wish(Device device) {
        var messages = json.messages(device);
        if (!messages.equals(wished.put(device.id(), messages))) {
            soon(device.id());
        }
    }

    void drop(String device) {
        wished.remove(device);
        soon(device);
    }

    /** Home Assistant has begun anew, and knows nothing. */
    void repeatAll() {
        wished.keySet().forEach(device -> around.timer().after(spread(device), () -> {
            wished.getOrDefault(device, Map.of())
                    .forEach((topic, message) -> publish(device, topic, Optional.of(message)));
        }));
    }

    private void soon(String device) {
        if (busy.add(device)) {
            around.timer().after(spread(device), () -> step(device));
        }
    }

    /** The bridge comes first, as all others are behind it. */
    private Duration spread(String device) {
        return device.equals(Ids.BRIDGE)
                ? Duration.ZERO
                : Duration.ofMillis(200 + (long) (around.random().nextDouble() * (SPREAD.toMillis() - 200)));
    }

    private void step(String device) {
        var steps = Steps.between(of(device), wished.getOrDefault(device, Map.of()));
        if (steps.isEmpty()) {
            busy.remove(device);
            return;
        }
        steps.getFirst().forEach((topic, message) -> publish(device, topic, message));
        around.timer().after(APART, () -> step(device));
    }

    private void publish(String device, String topic, Optional<JsonNode> message) {
        out.accept(Publication.retained(topic, message.map(it -> Bytes.of(JSON.writeValueAsBytes(it)))
                .orElse(Bytes.NONE)));
        message.ifPresentOrElse(it -> of(device).put(topic, it), () -> of(device).remove(topic));
        if (of(device).isEmpty()) {
            published.remove(device);
        }
    }

    private Map<String, JsonNode> of(String device) {
        return published.computeIfAbsent(device, _ -> new LinkedHashMap<>());
    }
}
