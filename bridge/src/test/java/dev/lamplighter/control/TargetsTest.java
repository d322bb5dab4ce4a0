package dev.lamplighter.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamplighter.light.LightCommand.Change;
import dev.lamplighter.light.LightId;
import dev.lamplighter.light.Parsed;
import dev.lamplighter.light.Power;
import dev.lamplighter.light.Scene;
import dev.lamplighter.light.Selector;
import dev.lamplighter.light.Zones;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TargetsTest {
    private static final UUID SCENE = UUID.fromString("3f8c2b1e-5d47-4a69-9c0e-7b1a2d3e4f50");
    private static final List<Known> HOME = List.of(Homes.in(1, "Desk", "a", "x"), Homes.in(2, "Shelf", "a", "x"),
            Homes.in(3, "Desk", "b", "x"), Homes.in(4, "Window", "b", "y"), Homes.bulb(5));
    private static final Map<UUID, Scene> SCENES = Map.of(SCENE, new Scene(SCENE, "Evening",
            Map.of(Samples.id(2), Change.to(Power.ON), Samples.id(4), Change.to(Power.OFF), Samples.id(9),
                    Change.to(Power.ON))));

    private static Map<Integer, String> meant(Selector selector, long seed) {
        var meant = new TreeMap<Integer, String>();
        new Targets(HOME, SCENES, new Random(seed)).of(selector)
                .forEach(target -> assertThat(meant.put(number(target.id()), target.zones().map(Zones::toString)
                        .orElse("all"))).as("meant once").isNull());
        return meant;
    }

    private static Map<Integer, String> meant(String selector) {
        return meant(((Parsed.Accepted<Selector>) Selector.parse(selector)).value(), 1);
    }

    private static int number(LightId id) {
        return Integer.parseInt(id.serial().substring(6), 16);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"all; 1 2 3 4 5", "id:d073d5000002; 2", "id:d073d5000009; ''",
            "label:Desk; 1 3", "label:desk; ''", "label:Nowhere; ''", "group:Group a; 1 2", "group_id:b; 3 4",
            "group:b; ''", "group_id:Group b; ''", "location:Location x; 1 2 3", "location_id:y; 4",
            "scene_id:3f8c2b1e-5d47-4a69-9c0e-7b1a2d3e4f50; 2 4",
            "scene_id:11111111-2222-3333-4444-555555555555; ''", "label:Window,group_id:a; 1 2 4",
            "group_id:a,location_id:x; 1 2 3"})
    void selector_ofAnyForm_meansItsLights(String selector, String lights) {
        var expected = lights.isEmpty()
                ? List.<Integer>of()
                : List.of(lights.split(" ")).stream().map(Integer::valueOf).toList();
        assertThat(meant(selector).keySet()).containsExactlyElementsOf(expected);
        assertThat(meant(selector).values()).allMatch("all"::equals);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"label:Window|0-2; 4=0|1|2", "label:Window|0-2,id:d073d5000004; 4=all",
            "id:d073d5000004,label:Window|0-2; 4=all", "label:Window|0,label:Window|3-4; 4=0|3|4",
            "label:Window|0-2,id:d073d5000005; 4=0|1|2, 5=all"})
    void zones_ofSeveralParts_areAllThatIsMeantEitherTime(String selector, String expected) {
        assertThat(meant(selector).toString()).isEqualTo("{" + expected + "}");
    }

    @Test
    void random_isOneOfTheSetAndAnyOfThem() {
        var seen = new HashSet<Integer>();
        for (var seed = 0; seed < 200; seed++) {
            var one = meant(new Selector.Random(new Selector.LocationId("x")), seed).keySet();
            assertThat(one).hasSize(1).isSubsetOf(1, 2, 3);
            seen.addAll(one);
        }
        assertThat(seen).containsExactlyInAnyOrder(1, 2, 3);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void random_ofNothing_isNothing(long seed) {
        assertThat(meant(new Selector.Random(new Selector.Label("Nowhere")), seed)).isEmpty();
    }

    @Test
    void random_besideOthers_addsOneAtMost() {
        for (var seed = 0; seed < 50; seed++) {
            var some = meant(new Selector.Union(List.of(new Selector.Id(Samples.id(5)),
                    new Selector.Random(new Selector.GroupId("a")))), seed).keySet();
            assertThat(some).hasSize(2).contains(5);
        }
    }

    @Test
    void zones_ofAUnion_areOfEachLight() {
        var selector = new Selector.Zoned(new Selector.Union(List.of(new Selector.GroupId("a"), new Selector.Id(
                Samples.id(5)))), Zones.of(1, 2));
        assertThat(meant(selector, 1)).isEqualTo(Map.of(1, "1|2", 2, "1|2", 5, "1|2"));
    }

    @Test
    void target_isTheLightAsItIsKnown() {
        assertThat(new Targets(HOME, SCENES, new Random(1)).of(new Selector.Id(Samples.id(5))))
                .containsExactly(new Targets.Target(HOME.getLast(), Optional.empty()));
    }
}
