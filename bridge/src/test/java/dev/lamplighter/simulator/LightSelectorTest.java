package dev.lamplighter.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamplighter.light.LightId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LightSelectorTest {
    @ParameterizedTest
    @CsvSource(delimiter = ';', nullValues = "-", value = {
            "all; Desk Lamp+Shelf Strip+Porch+Hall Light+Bedside+Candle+Mirror", "id:d073d5001337; Desk Lamp",
            "id:D073D5001337; -", "id:nonsense; -", "label:Desk Lamp; Desk Lamp", "label:Desk; -",
            "group:Office; Desk Lamp+Shelf Strip",
            "group_id:0c9b8a7f6e5d4c3b2a190807f6e5d4c3; Porch+Hall Light", "group:Nowhere:random; -",
            "location_id:a1b2c3d4e5f60718293a4b5c6d7e8f90,label:Mirror; "
                    + "Desk Lamp+Shelf Strip+Porch+Hall Light+Bedside+Candle+Mirror",
            "location:Home; Desk Lamp+Shelf Strip+Porch+Hall Light+Bedside+Candle+Mirror",
            "scene_id:3f0c1a52-7f0e-4b0b-9d5d-2f6a1f0b7c11; Desk Lamp+Bedside+Candle",
            "label:Mirror,group:Office; Desk Lamp+Shelf Strip+Mirror", "label:Candle:random; -"})
    void select_givenSelector_findsExactly(String selector, String labels) {
        var expected = labels == null ? List.<String>of() : Arrays.asList(labels.split("\\+", -1));
        assertThat(labels(selector)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "al", "colour:red", "label", "all,", "all all", "all|4-2"})
    void parse_noSelector_isRefused(String text) {
        assertThatThrownBy(() -> LightSelector.parse(text)).isInstanceOfSatisfying(Refusal.class,
                refusal -> assertThat(refusal.reply().status()).isEqualTo(422));
    }

    @Test
    void parse_25Parts_isTheMost() {
        assertThat(LightSelector.parse("all" + ",all".repeat(24)).parts()).hasSize(25);
        assertThatThrownBy(() -> LightSelector.parse("all" + ",all".repeat(25))).isInstanceOf(Refusal.class);
    }

    @Test
    void select_random_choosesOneOfTheSetAndInTimeEach() {
        var turn = turn();
        var seen = new TreeSet<String>();
        for (var round = 0; round < 200; round++) {
            var chosen = turn.select(LightSelector.parse("group:Office:random"));
            assertThat(chosen).hasSize(1);
            seen.add(turn.light(chosen.getFirst().id()).label());
        }
        assertThat(seen).containsExactly("Desk Lamp", "Shelf Strip");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"label:Shelf Strip|0; [0]", "label:Shelf Strip|0|2|5; [0, 2, 5]",
            "label:Shelf Strip|3-6|1; [1, 3, 4, 5, 6]", "label:Shelf Strip|0,label:Shelf Strip|2; [0, 2]",
            "label:Shelf Strip|0,label:Shelf Strip; []", "label:Shelf Strip; []"})
    void select_zones_areThoseNamed(String selector, String zones) {
        assertThat(turn().select(LightSelector.parse(selector)).getFirst().zones()).hasToString(zones);
    }

    private static List<String> labels(String selector) {
        var turn = turn();
        return turn.select(LightSelector.parse(selector)).stream().map(one -> turn.light(one.id()).label()).toList();
    }

    private static Turn turn() {
        var household = Household.standard();
        var lights = new LinkedHashMap<LightId, SimulatedLight>();
        household.lights().forEach(light -> lights.put(light.id(), light));
        return new Turn(lights, new Turn.Surroundings(household.scenes(), _ -> Delivery.DONE,
                new Turn.World(InstantSource.fixed(Instant.EPOCH), new Random(7), false)));
    }
}
