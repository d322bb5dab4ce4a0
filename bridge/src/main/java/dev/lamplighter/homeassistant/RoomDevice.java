package dev.lamplighter.homeassistant;

import dev.lamplighter.homeassistant.Device.About;
import dev.lamplighter.homeassistant.Device.Make;
import dev.lamplighter.light.Light;
import dev.lamplighter.light.Light.Room;
import java.util.List;
import java.util.function.BinaryOperator;

/** The lights of a LIFX group or location, as one. */
final class RoomDevice {
    private RoomDevice() {}

    /** @param lights one or more */
    static Device group(Room group, List<Light> lights, TopicTree topics) {
        return of(Ids.of(topics).group(group.id()), "Group", group, lights, topics::group, topics);
    }

    /** @param lights one or more */
    static Device location(Room location, List<Light> lights, TopicTree topics) {
        return of(Ids.of(topics).location(location.id()), "Location", location, lights, topics::location, topics);
    }

    private static Device of(String id, String model, Room room, List<Light> lights, BinaryOperator<String> topic,
            TopicTree topics) {
        var light = LightEntity.of(lights.stream().map(Light::product).toList(),
                new LightEntity.Topics(topic.apply(room.id(), "state"), topic.apply(room.id(), "set")));
        var ids = Ids.of(topics);
        var members = light.config().putArray("group");
        lights.stream().map(member -> ids.light(member.id()) + "_" + LightEntity.KEY).sorted().forEach(members::add);
        return new Device(id, About.of(room.name(), Make.of("LIFX", model)).behind(ids.bridge()),
                List.of(topics.bridgeState(), topic.apply(room.id(), "availability")), List.of(light));
    }
}
