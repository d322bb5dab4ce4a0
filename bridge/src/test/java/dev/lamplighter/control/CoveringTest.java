package dev.lamplighter.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamplighter.control.Way.Meant;
import dev.lamplighter.light.LightId;
import dev.lamplighter.light.Selector;
import dev.lamplighter.light.Zones;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class CoveringTest {
    private static final List<Known> HOME = List.of(Homes.in(1, "One", "a", "x"), Homes.in(2, "Two", "a", "x"),
            Homes.in(3, "Three", "a", "x"), Homes.in(4, "Four", "b", "y"), Homes.in(5, "Five", "b", "y"),
            Homes.in(6, "Six", "c", "z"), Homes.in(7, "Seven", "d", "z"), Homes.in(8, "Eight", "d", "z"));

    private static Set<LightId> ids(int... numbers) {
        var ids = new TreeSet<LightId>();
        IntStream.of(numbers).mapToObj(Samples::id).forEach(ids::add);
        return ids;
    }

    private static List<Meant> cover(List<Known> home, Set<LightId> lights, Optional<Zones> zones) {
        return new Covering(home.stream().map(Known::light).toList()).of(lights, zones);
    }

    private static List<String> texts(Set<LightId> lights) {
        return cover(HOME, lights, Optional.empty()).stream().map(Meant::text).toList();
    }

    @Test
    void oneLight_isItsId() {
        assertThat(texts(ids(6))).containsExactly("id:" + Samples.id(6));
    }

    @Test
    void oneLight_whereThereIsNoOther_isItsIdToo() {
        assertThat(cover(List.of(Homes.bulb(1)), ids(1), Optional.empty()))
                .containsExactly(new Meant(new Selector.Id(Samples.id(1)), ids(1), Optional.empty()));
    }

    @Test
    void allLights_areAll() {
        assertThat(texts(ids(1, 2, 3, 4, 5, 6, 7, 8))).containsExactly("all");
    }

    @Test
    void groupExactly_isTheGroup() {
        assertThat(texts(ids(1, 2, 3))).containsExactly("group_id:a");
    }

    @Test
    void groupThatIsItsLocation_isTheGroup() {
        assertThat(texts(ids(4, 5))).containsExactly("group_id:b");
    }

    @Test
    void locationOfSeveralGroups_isTheLocation() {
        assertThat(texts(ids(6, 7, 8))).containsExactly("location_id:z");
    }

    @Test
    void groupButOne_orOneMore_isAList() {
        assertThat(texts(ids(1, 2))).containsExactly("id:" + Samples.id(1) + ",id:" + Samples.id(2));
        assertThat(texts(ids(1, 2, 3, 4)).getFirst()).startsWith("id:").doesNotContain("group");
    }

    @Test
    void moreThanAListTakes_isTwo() {
        var home = IntStream.rangeClosed(1, 60).mapToObj(Homes::bulb).toList();
        var some = ids(IntStream.rangeClosed(1, 26).toArray());
        var meant = cover(home, some, Optional.empty());
        assertThat(meant).extracting(it -> it.lights().size()).containsExactly(25, 1);
        assertThat(meant.getLast().selector()).isEqualTo(new Selector.Id(Samples.id(26)));
        assertThat(Covering.most(25)).isEqualTo(1);
        assertThat(Covering.most(26)).isEqualTo(2);
    }

    @Test
    void zones_areSaidOfEachLight() {
        assertThat(cover(HOME, ids(1, 2), Optional.of(Zones.of(0, 1)))).singleElement()
                .satisfies(meant -> assertThat(meant.text()).isEqualTo(
                        "id:" + Samples.id(1) + "|0|1,id:" + Samples.id(2) + "|0|1"));
        assertThat(cover(HOME, ids(1, 2, 3), Optional.of(Zones.of(2, 2)))).singleElement()
                .satisfies(meant -> assertThat(meant.text()).isEqualTo("group_id:a|2"));
    }

    @Test
    void anySet_isMeantExactly() {
        for (var seed = 0L; seed < 2_000; seed++) {
            var random = new Random(seed);
            var home = home(random);
            var lights = some(home, random);
            var meant = cover(home, lights, Optional.empty());
            var resolved = new ArrayList<LightId>();
            meant.forEach(it -> {
                var found = new Targets(home, Map.of(), random).of(it.selector()).stream()
                        .map(Targets.Target::id).toList();
                assertThat(it.lights()).containsExactlyInAnyOrderElementsOf(found);
                resolved.addAll(found);
            });
            assertThat(resolved).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(lights);
            assertThat(meant).hasSizeLessThanOrEqualTo(Covering.most(lights.size()));
        }
    }

    private static List<Known> home(Random random) {
        var home = new ArrayList<Known>();
        var count = 1 + random.nextInt(70);
        var rooms = 1 + random.nextInt(6);
        for (var number = 1; number <= count; number++) {
            var group = random.nextInt(rooms);
            home.add(random.nextInt(8) == 0
                    ? Homes.bulb(number)
                    : Homes.in(number, "Light", "g" + group, "l" + group / 2));
        }
        return home;
    }

    /** A whole room where chance will have it. */
    private static Set<LightId> some(List<Known> home, Random random) {
        var lights = new TreeSet<LightId>();
        var room = home.get(random.nextInt(home.size())).light();
        var kind = random.nextInt(4);
        home.forEach(known -> {
            var light = known.light();
            if (switch (kind) {
                case 0 -> light.group().equals(room.group());
                case 1 -> light.location().equals(room.location());
                case 2 -> true;
                default -> random.nextBoolean();
            }) {
                lights.add(light.id());
            }
        });
        lights.add(room.id());
        return lights;
    }
}
