package dev.lamplighter.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamplighter.control.Way.Sighting;
import dev.lamplighter.light.Color;
import dev.lamplighter.light.Level;
import dev.lamplighter.light.Light;
import dev.lamplighter.light.Light.Kelvins;
import dev.lamplighter.light.Light.Product;
import dev.lamplighter.light.Light.Room;
import dev.lamplighter.light.LightId;
import dev.lamplighter.light.LightState;
import dev.lamplighter.light.LightState.Zone;
import dev.lamplighter.light.Power;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CloudLightsTest {
    private static final Optional<Room> OFFICE = Optional.of(new Room("6f1d0e2b9c8a4f7d8e5b3a2c1d0e9f8a", "Office"));
    private static final Optional<Room> HOME = Optional.of(new Room("a1b2c3d4e5f60718293a4b5c6d7e8f90", "Home"));

    @Test
    void read_listAsLifxSendsIt_givesEveryLight() {
        var lights = recorded("lights.json");
        assertThat(lights.skipped()).isZero();
        assertThat(lights.sightings()).containsExactly(
                new Sighting(
                        new Light(new LightId("d073d5001337"), "Desk Lamp", OFFICE, HOME,
                                new Product("LIFX A19", true, false, false, false, false, new Kelvins(1500, 9000))),
                        new LightState(Power.ON, new Level(0.5), new Color.Hue(210, 1), Optional.empty()), true,
                        Duration.ZERO),
                new Sighting(
                        new Light(new LightId("d073d528d80f"), "Shelf Strip", OFFICE, HOME,
                                new Product("LIFX Z", true, false, true, false, false, new Kelvins(2500, 9000))),
                        new LightState(Power.OFF, new Level(0.3), new Color.Hue(0, 1), Optional.empty(),
                                Optional.of("move"),
                                List.of(new Zone(new Level(0.3), new Color.Hue(0, 1)),
                                        new Zone(new Level(0.3), new Color.Hue(60, 1)))),
                        false, Duration.ofSeconds(812)),
                new Sighting(
                        new Light(new LightId("d073d5a0b1c2"), "Porch", Optional.empty(), Optional.empty(),
                                new Product("LIFX A19 Night Vision", true, true, false, true, true,
                                        new Kelvins(1500, 9000))),
                        new LightState(Power.ON, Level.FULL, new Color.White(2700), Optional.of(new Level(0.3))),
                        true, Duration.ZERO));
    }

    @Test
    void read_oldList_takesStringsForNumbersAndDoesWithoutTheRest() {
        assertThat(recorded("lights-old.json").sightings()).containsExactly(
                new Sighting(
                        new Light(new LightId("d073d5000001"), "Cellar", Optional.empty(), Optional.empty(),
                                new Product("LIFX+ A19", true, true, false, false, false, Kelvins.ANY)),
                        new LightState(Power.ON, new Level(0.25), new Color.Hue(60, 0.5), Optional.of(Level.FULL)),
                        true, Duration.ZERO),
                new Sighting(
                        new Light(new LightId("d073d5000002"), "d073d5000002", Optional.empty(), Optional.empty(),
                                new Product("LIFX", false, false, false, false, false, Kelvins.ANY)),
                        new LightState(Power.OFF, Level.NONE, new Color.White(3500), Optional.empty()), false,
                        Duration.ZERO));
    }

    @Test
    void read_oddList_clipsSkipsAndCounts() {
        var lights = recorded("lights-odd.json");
        assertThat(lights.skipped()).isEqualTo(5);
        assertThat(lights.sightings()).containsExactly(
                new Sighting(
                        new Light(new LightId("d073d5000003"), "d073d5000003", Optional.empty(),
                                Optional.of(new Room("a1", "a1")),
                                new Product("LIFX", false, true, false, false, false, Kelvins.ANY)),
                        new LightState(Power.OFF, Level.NONE, new Color.Hue(0, 1), Optional.empty()), false,
                        Duration.ZERO),
                new Sighting(
                        new Light(new LightId("d073d5000004"), "d073d5000004", Optional.empty(), Optional.empty(),
                                new Product("LIFX", false, false, false, false, false, Kelvins.ANY)),
                        new LightState(Power.OFF, Level.NONE, new Color.White(9000), Optional.empty()), false,
                        Duration.ZERO));
    }

    @ParameterizedTest
    @CsvSource({"0, true", "0.0049, true", "0.005, false", "0.009994659342336155, false", "1, false"})
    void read_saturation_tellsWhiteFromHue(double saturation, boolean white) {
        var json = Json.read("[{\"id\":\"d073d5000001\",\"color\":{\"hue\":10,\"saturation\":" + saturation
                + ",\"kelvin\":4000}}]").orElseThrow();
        var color = CloudLights.read(json).sightings().getFirst().state().color();
        assertThat(color).isInstanceOf(white ? Color.White.class : Color.Hue.class);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"'\"OFF\"', -", "'\"off\"', -", "'\"MOVE\"', move", "'\"Flame\"', flame",
            "'\"\"', -", "null, -", "7, -", "'\"SOMETHING_NEW\"', something_new"})
    void read_effect_isLifxsWordInLowerCase(String effect, String word) {
        assertThat(state("\"effect\":" + effect).effect()).isEqualTo(Optional.ofNullable(word));
    }

    @Test
    void read_zones_areInOrderOfIndexWithoutTheirRounding() {
        var zones = state("\"zones\":{\"count\":2,\"zones\":["
                + "{\"zone\":1,\"hue\":59.997253376058595,\"saturation\":1,\"brightness\":0.49999237048905165,\"kelvin\":3500},"
                + "{\"zone\":0,\"hue\":0,\"saturation\":0,\"brightness\":0.29999237048905164,\"kelvin\":2700}]}")
                .zones();
        assertThat(zones).containsExactly(new Zone(new Level(0.3), new Color.White(2700)),
                new Zone(new Level(0.5), new Color.Hue(60, 1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "7", "[]", "{}", "{'count':2}", "{'count':2,'zones':null}",
            "{'count':2,'zones':[{'zone':0}]}", "{'count':1,'zones':[{'zone':0},{'zone':1}]}",
            "{'count':2,'zones':[{'zone':0},{'zone':2}]}", "{'count':2,'zones':[{'zone':1},{'zone':2}]}",
            "{'count':2,'zones':[{'zone':0},{'zone':0}]}", "{'count':2,'zones':[{'zone':0},null]}",
            "{'count':2,'zones':[{'zone':0},{}]}", "{'count':2,'zones':[{'zone':0},{'zone':'x'}]}",
            "{'count':2,'zones':[{'zone':-1},{'zone':0}]}", "{'count':0,'zones':[]}"})
    void read_zonesWithGaps_areNone(String zones) {
        assertThat(state("\"zones\":" + zones.replace('\'', '"')).zones()).isEmpty();
    }

    @Test
    void read_zonesThatSayLittle_areThereAllTheSame() {
        assertThat(state("\"zones\":{\"zones\":[{\"zone\":\"0\"},{\"zone\":1}]}").zones())
                .containsExactly(new Zone(Level.NONE, new Color.White(3500)),
                        new Zone(Level.NONE, new Color.White(3500)));
    }

    private static LightState state(String field) {
        var json = Json.read("[{\"id\":\"d073d5000001\"," + field + "}]").orElseThrow();
        return CloudLights.read(json).sightings().getFirst().state();
    }

    @Test
    void read_emptyAccount_isNoLights() {
        assertThat(CloudLights.read(Json.read("[]").orElseThrow()).sightings()).isEmpty();
    }

    private static CloudLights recorded(String name) {
        return CloudLights.read(Json.read(Recorded.text(name)).orElseThrow());
    }
}
