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
 * Brings what the broker keeps of devices to what is wished, each device at its own pace: Home Assistant overlooks part of a description that
 * comes on the heels of another. What the broker keeps is what it told us on this connection, and what we told it since. Owned by the owner's
 * thread.
 */
final class Notices {
    private static final JsonMapper JSON = new JsonMapper();
    /** Between two descriptions of one device. */
    private static final Duration APART = Duration.ofSeconds(3);
    /** All that is told together is spread over this time. */
    private static final Duration SPREAD = Duration.ofSeconds(3);

    private final DeviceJson json;
    private final String bridge;
    private final Outlet out;
    private final Surroundings around;
    private final Map<String, Map<String, JsonNode>> published = new HashMap<>();
    private final Map<String, Map<String, JsonNode>> wished = new LinkedHashMap<>();
    /** Devices that have a step before them, or have just had one. */
    private final Set<String> busy = new HashSet<>();
    /** Devices that are to be told again as they are. */
    private final Set<String> again = new HashSet<>();
    private boolean open;

    /** @param bridge the id of the device that comes first, as all others are behind it */
    Notices(DeviceJson json, String bridge, Outlet out, Surroundings around) {
        this.json = json;
        this.bridge = bridge;
        this.out = out;
        this.around = around;
    }

    /** The connection is gone: nothing is said before {@link #open}, and what the broker keeps has to be heard anew. */
    void close() {
        open = false;
        published.clear();
    }

    void open() {
        open = true;
        wished.keySet().forEach(this::soon);
    }

    /** Devices of which something is published or wished. */
    Set<String> devices() {
        var all = new HashSet<>(published.keySet());
        all.addAll(wished.keySet());
        return all;
    }

    /** The broker keeps this of ours; it need not be told again as long as it is what is wished. */
    void kept(String device, String topic, JsonNode message) {
        if (of(device).putIfAbsent(topic, message) == null && wished.containsKey(device)) {
            soon(device);
        }
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
        again.addAll(wished.keySet());
        wished.keySet().forEach(this::soon);
    }

    private void soon(String device) {
        if (open && busy.add(device)) {
            around.timer().after(spread(device), () -> step(device));
        }
    }

    private Duration spread(String device) {
        return device.equals(bridge)
                ? Duration.ZERO
                : Duration.ofMillis(200 + (long) (around.random().nextDouble() * (SPREAD.toMillis() - 200)));
    }

    private void step(String device) {
        var next = open ? next(device) : Map.<String, Optional<JsonNode>>of();
        if (next.isEmpty()) {
            busy.remove(device);
            return;
        }
        next.forEach((topic, message) -> publish(device, topic, message));
        around.timer().after(APART, () -> step(device));
    }

    private Map<String, Optional<JsonNode>> next(String device) {
        var there = published.getOrDefault(device, Map.of());
        var wish = wish(device, there);
        var steps = Steps.between(there, wish);
        if (!steps.isEmpty()) {
            if (steps.getFirst().keySet().containsAll(wish.keySet())) {
                again.remove(device);
            }
            return steps.getFirst();
        }
        var whole = new LinkedHashMap<String, Optional<JsonNode>>();
        if (again.remove(device)) {
            wish.forEach((topic, message) -> whole.put(topic, Optional.of(message)));
        }
        return whole;
    }

    private Map<String, JsonNode> wish(String device, Map<String, JsonNode> there) {
        var wish = new LinkedHashMap<String, JsonNode>();
        wished.getOrDefault(device, Map.of())
                .forEach((topic, message) -> wish.put(topic, FirstNames.kept(message, there.get(topic))));
        return wish;
    }

    private void publish(String device, String topic, Optional<JsonNode> message) {
        out.accept(Publication.retained(topic, message.map(it -> Bytes.of(JSON.writeValueAsBytes(it)))
                .orElse(Bytes.NONE)).unremembered());
        message.ifPresentOrElse(it -> of(device).put(topic, it), () -> of(device).remove(topic));
        if (of(device).isEmpty()) {
            published.remove(device);
        }
    }

    private Map<String, JsonNode> of(String device) {
        return published.computeIfAbsent(device, _ -> new LinkedHashMap<>());
    }
}
