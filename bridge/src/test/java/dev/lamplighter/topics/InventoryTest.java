package dev.lamplighter.topics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamplighter.control.Known;
import dev.lamplighter.control.Samples;
import dev.lamplighter.control.Via;
import dev.lamplighter.light.Color.Hue;
import dev.lamplighter.light.Color.White;
import dev.lamplighter.light.Level;
import dev.lamplighter.light.Light;
import dev.lamplighter.light.Light.Kelvins;
import dev.lamplighter.light.Light.Product;
import dev.lamplighter.light.Light.Room;
import dev.lamplighter.light.LightCommand.Change;
import dev.lamplighter.light.LightId;
import dev.lamplighter.light.LightState;
import dev.lamplighter.light.LightState.Zone;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is told of lights, their groups and scenes to those who read it. */
class InventoryTest {
    private static final CommandTopics TOPICS = new CommandTopics("lifx");
    private static final Product STRIP = new Product("LIFX Z", true, false, true, false, false, Kelvins.ANY);
    private static final Product TILE = new Product("LIFX Tile", true, false, false, true, false, Kelvins.ANY);

    private static final Instant SEEN = Instant.parse("2026-05-01T12:00:00Z");

    @ParameterizedTest
    @CsvSource({"A19,,", "LIFX Z,,none", "LIFX Z,move,move", "LIFX Tile,,none", "LIFX Tile,flame,flame"})
    void state_ofAProductWithEffects_namesTheOneThatRuns(String product, String running, String shown) {
        var known = known(product.equals("LIFX Z") ? STRIP : product.equals("LIFX Tile") ? TILE : Samples.COLOR,
                Samples.OFF.withEffect(Optional.ofNullable(running)));
        var effect = Payloads.JSON.readTree(Payloads.state(known, SEEN).toArray()).path("effect");
        assertThat(effect.isMissingNode() ? null : effect.stringValue()).isEqualTo(shown);
    }

    @Test
    void state_ofAMultizoneLight_showsItsZones() {
        var state = new LightState(Power.ON, Level.FULL, new White(3500), Optional.empty(), Optional.empty(),
                List.of(new Zone(Level.FULL, new Hue(210.04, 0.8)), new Zone(new Level(0.2), new White(2700))));
        assertThat(Payloads.state(known(STRIP, state), SEEN).toString())
                .contains(
                        "\"zones\":[{\"brightness\":255,\"h\":210.0,\"s\":80},{\"brightness\":51,\"color_temp\":2700}]");
    }

    @Test
    void state_ofALightWithoutZones_saysNothingOfThem() {
        assertThat(Payloads.state(known(Samples.COLOR, Samples.OFF), SEEN).toString()).doesNotContain("zones",
                "effect");
    }

    private static Known known(Product product, LightState state) {
        var light = new Light(Samples.id(1), "Shelf", Optional.empty(), Optional.empty(), product);
        return new Known(light, state, true, Via.CLOUD, Known.Source.OBSERVED, Instant.EPOCH);
    }

    @Test
    void scenes_areInventoryWithTheirLights() {
        var id = UUID.fromString("3f0c1a52-7f0e-4b0b-9d5d-2f6a1f0b7c11");
        var scene = new Scene(id, "Evening",
                Map.of(Samples.id(2), Change.to(Power.ON), Samples.id(1), Change.to(Level.FULL)));
        var published = new ArrayList<Publication>();
        new StatePublisher(TOPICS, published::add, time -> time).scenesSeen(List.of(scene));
        assertThat(published).singleElement().satisfies(told -> {
            assertThat(told.topic()).isEqualTo("lifx/bridge/scenes");
            assertThat(told.retained()).isTrue();
            assertThat(told.payload()).hasToString(
                    "[{\"id\":\"" + id + "\",\"name\":\"Evening\",\"lights\":[\"d073d5000001\",\"d073d5000002\"]}]");
        });
    }

    @Test
    void state_saysWhenItWasSeenByTheCalendar() {
        assertThat(Payloads.state(known(Samples.COLOR, Samples.OFF), SEEN).toString())
                .contains("\"observed_at\":\"2026-05-01T12:00:00Z\"");
    }

    @Test
    void state_saysWhenItWasSeenToTheMillisecond() {
        assertThat(Payloads.state(known(Samples.COLOR, Samples.OFF), SEEN.plusNanos(123_456_789)).toString())
                .contains("\"observed_at\":\"2026-05-01T12:00:00.123Z\"");
    }

    @Test
    void groups_areThoseOfTheLightsThatAreThere() {
        var published = new ArrayList<Publication>();
        var publisher = new StatePublisher(TOPICS, published::add, time -> time);
        publisher.lightSeen(in("a1", "Office", 2));
        publisher.lightSeen(in("b2", "Hall", 3));
        publisher.lightSeen(in("a1", "Office", 1));
        assertThat(groups(published))
                .isEqualTo("[{\"id\":\"a1\",\"name\":\"Office\",\"location\":{\"id\":\"c3\",\"name\":\"Home\"},"
                        + "\"lights\":[\"d073d5000001\",\"d073d5000002\"]},{\"id\":\"b2\",\"name\":\"Hall\","
                        + "\"location\":{\"id\":\"c3\",\"name\":\"Home\"},\"lights\":[\"d073d5000003\"]}]");
        publisher.lightLost(new LightId("d073d5000003"));
        assertThat(groups(published)).contains("Office").doesNotContain("Hall");
    }

    private static Known in(String group, String name, int number) {
        var light = new Light(Samples.id(number), "Light", Optional.of(new Room(group, name)),
                Optional.of(new Room("c3", "Home")), Samples.COLOR);
        return new Known(light, Samples.OFF, true, Via.CLOUD, Known.Source.OBSERVED, Instant.EPOCH);
    }

    private static String groups(List<Publication> published) {
        return published.stream().filter(told -> told.topic().equals("lifx/bridge/groups")).toList().getLast().payload()
                .toString();
    }
}
