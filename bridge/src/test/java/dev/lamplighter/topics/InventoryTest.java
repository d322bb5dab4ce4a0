package dev.lamplighter.topics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamplighter.control.Known;
import dev.lamplighter.control.ManualTime;
import dev.lamplighter.control.Samples;
import dev.lamplighter.control.Via;
import dev.lamplighter.light.Level;
import dev.lamplighter.light.Light;
import dev.lamplighter.light.Light.Room;
import dev.lamplighter.light.LightCommand.Change;
import dev.lamplighter.light.LightId;
import dev.lamplighter.light.Power;
import dev.lamplighter.light.Scene;
import dev.lamplighter.mqtt.Publication;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is told of lights, their groups and scenes to those who read it. */
class InventoryTest {
    private final ManualTime time = new ManualTime();
    private final List<Publication> published = new ArrayList<>();
    private final InventoryPublisher publisher = new InventoryPublisher(new CommandTopics("lifx"), published::add,
            time);

    @Test
    void scenes_areInventoryWithTheirLights() {
        var id = UUID.fromString("3f0c1a52-7f0e-4b0b-9d5d-2f6a1f0b7c11");
        var scene = new Scene(id, "Evening",
                Map.of(Samples.id(2), Change.to(Power.ON), Samples.id(1), Change.to(Level.FULL)));
        publisher.scenesSeen(List.of(scene));
        assertThat(published).singleElement().satisfies(told -> {
            assertThat(told.topic()).isEqualTo("lifx/bridge/scenes");
            assertThat(told.retained()).isTrue();
            assertThat(told.payload()).hasToString(
                    "[{\"id\":\"" + id + "\",\"name\":\"Evening\",\"lights\":[\"d073d5000001\",\"d073d5000002\"]}]");
        });
    }

    @Test
    void groups_areThoseOfTheLightsThatAreThere() {
        publisher.lightSeen(in("a1", "Office", 2));
        publisher.lightSeen(in("b2", "Hall", 3));
        publisher.lightSeen(in("a1", "Office", 1));
        time.settle();
        assertThat(last("groups"))
                .isEqualTo("[{\"id\":\"a1\",\"name\":\"Office\",\"location\":{\"id\":\"c3\",\"name\":\"Home\"},"
                        + "\"lights\":[\"d073d5000001\",\"d073d5000002\"]},{\"id\":\"b2\",\"name\":\"Hall\","
                        + "\"location\":{\"id\":\"c3\",\"name\":\"Home\"},\"lights\":[\"d073d5000003\"]}]");
        publisher.lightLost(new LightId("d073d5000003"));
        time.settle();
        assertThat(last("groups")).contains("Office").doesNotContain("Hall");
    }

    @Test
    void locations_areThoseOfTheLightsThatAreThere() {
        publisher.lightSeen(in("a1", "Office", 2));
        publisher.lightSeen(in("b2", "Hall", 1));
        time.settle();
        assertThat(last("locations"))
                .isEqualTo("[{\"id\":\"c3\",\"name\":\"Home\",\"lights\":[\"d073d5000001\",\"d073d5000002\"]}]");
    }

    @Test
    void inventory_ofManyLightsSeenAtOnce_isToldOnce() {
        for (var number = 1; number <= 500; number++) {
            publisher.lightSeen(in("a1", "Office", number));
        }
        time.settle();
        assertThat(published).extracting(Publication::topic)
                .containsExactly("lifx/bridge/lights", "lifx/bridge/groups", "lifx/bridge/locations");
    }

    @Test
    void inventory_ofNoLights_isToldAsSuch() {
        publisher.allSeen();
        time.settle();
        assertThat(published).extracting(it -> it.topic() + " " + it.payload())
                .containsExactly("lifx/bridge/lights []", "lifx/bridge/groups []", "lifx/bridge/locations []");
    }

    private static Known in(String group, String name, int number) {
        var light = new Light(Samples.id(number), "Light", Optional.of(new Room(group, name)),
                Optional.of(new Room("c3", "Home")), Samples.COLOR);
        return new Known(light, Samples.OFF, true, Via.CLOUD, Known.Source.OBSERVED, Instant.EPOCH);
    }

    private String last(String leaf) {
        return published.stream().filter(told -> told.topic().equals("lifx/bridge/" + leaf)).toList().getLast()
                .payload().toString();
    }
}
