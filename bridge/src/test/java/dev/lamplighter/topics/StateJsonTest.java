package dev.lamplighter.topics;

import static dev.lamplighter.topics.Homestead.away;
import static dev.lamplighter.topics.Homestead.dark;
import static dev.lamplighter.topics.Homestead.lit;
import static dev.lamplighter.topics.Homestead.predicted;
import static dev.lamplighter.topics.Homestead.running;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lamplighter.control.Known;
import dev.lamplighter.control.Samples;
import dev.lamplighter.light.Color.Hue;
import dev.lamplighter.light.Color.White;
import dev.lamplighter.light.Level;
import dev.lamplighter.light.Light.Kelvins;
import dev.lamplighter.light.Light.Product;
import dev.lamplighter.light.LightState;
import dev.lamplighter.light.LightState.Zone;
import dev.lamplighter.light.Power;
import dev.lamplighter.light.Seeded;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What is told of a light and of a room, and that Home Assistant can take it. */
class StateJsonTest {
    private static final List<Product> PRODUCTS = List.of(Samples.COLOR, Homestead.WHITE, Homestead.WARM,
            Homestead.STRIP, new Product("Colours and one white", true, false, false, false, false,
                    new Kelvins(3500, 3500)));

    @Test
    void state_ofAColorLamp_isWhole() {
        assertThat(light(lit(1, Samples.COLOR, 0.4, new Hue(210.04, 0.8))))
                .hasToString("{\"state\":\"ON\",\"brightness\":102,\"color_mode\":\"hs\","
                        + "\"color\":{\"h\":210.0,\"s\":80},\"effect\":\"off\",\"label\":\"Light 1\",\"reachable\":true,"
                        + "\"via\":\"cloud\",\"observed_at\":\"2026-01-01T00:00:00Z\",\"source\":\"observed\","
                        + "\"group\":\"Office\",\"location\":\"Home\",\"product\":\"LIFX A19\"}");
    }

    @ParameterizedTest
    @CsvSource({"ON,0.5,ON,128", "OFF,0.5,OFF,128", "ON,0,OFF,", "ON,0.001,ON,1", "OFF,0,OFF,"})
    void brightness_isNeverZero(Power power, double level, String state, Integer brightness) {
        var json = light(Homestead.known(1, Samples.COLOR, Homestead.state(power, level, new White(3500))));
        assertThat(json.path("state").asString()).isEqualTo(state);
        assertThat(json.has("brightness") ? json.path("brightness").intValue() : null).isEqualTo(brightness);
    }

    @Test
    void effect_isItsWordOrOff() {
        assertThat(light(lit(1, Homestead.STRIP, 1, new White(3500))).path("effect").asString()).isEqualTo("off");
        assertThat(light(running("move", lit(1, Homestead.STRIP, 1, new White(3500)))).path("effect").asString())
                .isEqualTo("move");
    }

    @Test
    void state_ofAMultizoneLight_showsItsZones() {
        var state = new LightState(Power.ON, Level.FULL, new White(3500), Optional.of(new Level(0.25)),
                Optional.empty(),
                List.of(new Zone(Level.FULL, new Hue(210.04, 0.8)), new Zone(new Level(0.2), new White(2700))));
        var json = light(Homestead.known(1, Homestead.STRIP, state));
        assertThat(json.path("zones"))
                .hasToString("[{\"brightness\":255,\"h\":210.0,\"s\":80},{\"brightness\":51,\"color_temp\":2700}]");
        assertThat(json.path("infrared").doubleValue()).isEqualTo(0.25);
    }

    @Test
    void state_ofAPlainLight_saysNothingOfZonesInfraredOrCleaning() {
        var json = light(lit(1, Samples.COLOR, 1, new White(3500)));
        assertThat(List.of(json.has("zones"), json.has("infrared"), json.has("hev"))).containsOnly(false);
    }

    @Test
    void state_saysWhenItWasSeenByTheCalendarAndToTheMillisecond() {
        var seen = lit(1, Samples.COLOR, 1, new White(3500));
        var told = StateJson.light(seen, Optional.empty(), time -> time.plusSeconds(3600).plusNanos(123_456_789));
        assertThat(Payloads.JSON.readTree(told.toArray()).path("observed_at").asString())
                .isEqualTo("2026-01-01T01:00:00.123Z");
    }

    @Test
    void cleaning_saysUntilWhen() {
        var until = Instant.parse("2026-01-01T02:00:00Z");
        var told = StateJson.light(lit(1, Homestead.CLEAN, 1, new White(3500)),
                Optional.of(new Cleaning(true, Optional.of(until))), time -> time);
        assertThat(Payloads.JSON.readTree(told.toArray()).path("hev"))
                .hasToString("{\"cleaning\":true,\"until\":\"2026-01-01T02:00:00Z\"}");
    }

    @Test
    void room_countsThoseThatCanBeReached() {
        var one = lit(1, Samples.COLOR, 0.4, new White(3500));
        assertThat(room(one, away(lit(2, Samples.COLOR, 1, new Hue(1, 1)))))
                .hasToString("{\"state\":\"ON\",\"brightness\":102,\"color_mode\":\"color_temp\",\"color_temp\":3500,"
                        + "\"effect\":\"off\",\"label\":\"Office\",\"reachable\":true,\"source\":\"observed\"}");
        assertThat(room(away(one)).path("state").asString()).isEqualTo("ON");
        assertThat(room(away(one)).path("reachable").asBoolean()).isFalse();
    }

    @Test
    void room_ofWhichSomethingIsPredicted_isPredicted() {
        assertThat(room(dark(1, Samples.COLOR, 1, new White(3500)),
                predicted(lit(2, Samples.COLOR, 1, new White(3500)))).path("source").asString())
                .isEqualTo("predicted");
    }

    /** What the light platform of Home Assistant logs as wrong or leaves aside. */
    @Test
    void state_ofAnyLight_isWhatHomeAssistantTakes() {
        Seeded.check(some -> {
            var product = PRODUCTS.get(some.random().nextInt(PRODUCTS.size()));
            var known = Homestead.known(1, product, some.state());
            assertTakes(light(known), modes(product));
            assertTakes(room(known), modes(product));
        });
    }

    /** A group is told of to Home Assistant with what any of its lights can do. */
    @Test
    void state_ofAnyGroup_isInAModeThatItsLightsHaveTogether() {
        Seeded.check(some -> {
            var lights = IntStream.rangeClosed(1, some.random().nextInt(1, 5)).mapToObj(number -> {
                var known = Homestead.known(number, PRODUCTS.get(some.random().nextInt(PRODUCTS.size())), some.state());
                return some.random().nextBoolean() ? known : away(known);
            }).toList();
            var all = lights.stream().flatMap(known -> modes(known.light().product()).stream())
                    .collect(Collectors.toSet());
            if (all.size() > 1) {
                all.remove("brightness");
            }
            assertTakes(room(lights.toArray(Known[]::new)), all);
        });
    }

    @Test
    void color_ofAGroupInWhichOnlyAWhiteLampIsLit_isThatOfTheOthers() {
        var white = lit(1, Homestead.WHITE, 0.4, new White(2700));
        var dark = dark(2, Samples.COLOR, 1, new Hue(120, 1));
        assertThat(room(white, dark)).hasToString("{\"state\":\"ON\",\"brightness\":102,\"color_mode\":\"hs\","
                + "\"color\":{\"h\":120.0,\"s\":100},\"effect\":\"off\",\"label\":\"Office\",\"reachable\":true,"
                + "\"source\":\"observed\"}");
        assertThat(room(white, away(lit(2, Samples.COLOR, 1, new White(5000))))
                .path("color_temp").intValue()).isEqualTo(5000);
        assertThat(room(white, lit(3, Homestead.WARM, 1, new White(3000)), dark).path("color_mode").asString())
                .as("of the lit lamps one has whites").isEqualTo("color_temp");
    }

    private static void assertTakes(JsonNode json, Set<String> modes) {
        assertThat(json.path("state").asString()).isIn("ON", "OFF");
        assertThat(json.path("brightness").asInt(1)).isBetween(1, 255);
        assertThat(modes).contains(json.path("color_mode").asString());
        switch (json.path("color_mode").asString()) {
            case "hs" -> {
                assertThat(json.path("color").path("h").doubleValue()).isBetween(0.0, 360.0);
                assertThat(json.path("color").path("s").doubleValue()).isBetween(0.0, 100.0);
            }
            case "color_temp" -> assertThat(json.path("color_temp").isNumber()).isTrue();
            default -> assertThat(json.has("color")).isFalse();
        }
    }

    private static Set<String> modes(Product product) {
        if (product.color()) {
            return Set.of("hs", "color_temp");
        }
        return product.kelvin().least() < product.kelvin().most() ? Set.of("color_temp") : Set.of("brightness");
    }

    private static JsonNode light(Known known) {
        return Payloads.JSON.readTree(StateJson.light(known, Optional.empty(), time -> time).toArray());
    }

    private static JsonNode room(Known... lights) {
        return Payloads.JSON.readTree(StateJson.room(Homestead.OFFICE, List.of(lights)).toArray());
    }
}
