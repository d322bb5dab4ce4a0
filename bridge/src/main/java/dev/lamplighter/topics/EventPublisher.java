package dev.lamplighter.topics;

import dev.lamplighter.control.Known;
import dev.lamplighter.control.Listener;
import dev.lamplighter.control.Order;
import dev.lamplighter.control.Result;
import dev.lamplighter.control.Surroundings;
import dev.lamplighter.control.Via;
import dev.lamplighter.light.Light;
import dev.lamplighter.light.Light.Room;
import dev.lamplighter.light.LightId;
import dev.lamplighter.mqtt.Publication;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Publishes what happens: to lights, to the ways to them, and to commands that are refused. Owned by the owner's thread. */
final class EventPublisher implements Listener {
    private final CommandTopics topics;
    private final Outside outside;
    private final Surroundings around;
    private final Map<LightId, Light> lights = new HashMap<>();
    /** A flood of bad commands is to be no flood of events. */
    private final Sparing refusals = new Sparing(10, Duration.ofSeconds(6));

    EventPublisher(CommandTopics topics, Outside outside, Surroundings around) {
        this.topics = topics;
        this.outside = outside;
        this.around = around;
    }

    @Override
    public void lightSeen(Known known) {
        var now = known.light();
        var before = Optional.ofNullable(lights.put(now.id(), now));
        if (before.isEmpty()) {
            var found = light("light_found", now);
            rooms(found, now);
            tell(found.put("product", now.product().name()));
        }
        before.filter(it -> !it.label().equals(now.label()))
                .ifPresent(it -> tell(light("light_renamed", now).put("from", it.label())));
        before.filter(it -> !id(it.group()).equals(id(now.group())) || !id(it.location()).equals(id(now.location())))
                .ifPresent(it -> {
                    var moved = light("light_moved", now);
                    rooms(moved, now);
                    rooms(moved.putObject("from"), it);
                    tell(moved);
                });
    }

    private static Optional<String> id(Optional<Room> room) {
        return room.map(Room::id);
    }

    private static void rooms(ObjectNode json, Light light) {
        light.group().ifPresent(room -> json.put("group", room.name()));
        light.location().ifPresent(room -> json.put("location", room.name()));
    }

    @Override
    public void lightLost(LightId id) {
        Optional.ofNullable(lights.remove(id)).ifPresent(light -> tell(light("light_lost", light)));
    }

    @Override
    public void wayWorks(Via via) {
        tell(event("way_works").put("via", Payloads.lower(via)));
    }

    @Override
    public void wayFails(Via via, String reason) {
        tell(event("way_fails").put("via", Payloads.lower(via)).put("reason", reason));
    }

    @Override
    public void commandDone(Order order, Result result) {
        if (result.status() == Result.Status.REFUSED) {
            refused(event("command_refused").put("target", order.target().text()), result.reason().orElse(""));
        }
    }

    /** A message from which nothing follows. From any thread. */
    void refused(String type, String topic, String reason) {
        around.owner().execute(() -> refused(event(type).put("topic", topic), reason));
    }

    private void refused(ObjectNode event, String reason) {
        refusals.admit(around.clock().instant()).ifPresent(untold -> {
            event.put("reason", reason);
            if (untold > 0) {
                event.put("untold", untold);
            }
            tell(event);
        });
    }

    private static ObjectNode light(String type, Light light) {
        return event(type).put("id", light.id().serial()).put("label", light.label());
    }

    private static ObjectNode event(String type) {
        return Payloads.JSON.createObjectNode().put("type", type);
    }

    private void tell(ObjectNode event) {
        event.put("at", StateJson.time(outside.calendar().apply(around.clock().instant())));
        outside.out().accept(Publication.passing(topics.bridge("event"), Payloads.of(event)));
    }
}
