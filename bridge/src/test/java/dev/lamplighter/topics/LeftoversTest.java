package dev.lamplighter.topics;

import static dev.lamplighter.topics.Homestead.lit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lamplighter.control.Known;
import dev.lamplighter.control.ManualTime;
import dev.lamplighter.control.Samples;
import dev.lamplighter.light.Color.White;
import dev.lamplighter.mqtt.Publication;
import org.junit.jupiter.api.Test;

class LeftoversTest {
    private final ManualTime time = new ManualTime();
    private final Told told = new Told();
    private final Leftovers leftovers = new Leftovers(new CommandTopics("lifx"), told, time);
    private final Known lamp = lit(1, Samples.COLOR, 1, new White(3500));

    @Test
    void whatIsThere_stays() {
        leftovers.heard("lifx/light/d073d5000001/availability");
        leftovers.heard("lifx/group/" + Homestead.OFFICE.id() + "/availability");
        leftovers.heard("lifx/location/" + Homestead.HOME.id() + "/availability");
        look();
        assertThat(told.all()).isEmpty();
    }

    @Test
    void whatIsNoLongerThere_isTakenAwayOnceTheLightsAreKnown() {
        leftovers.heard("lifx/light/d073d50000ff/availability");
        leftovers.heard("lifx/group/" + Homestead.HALL.id() + "/availability");
        time.settle();
        assertThat(told.all()).isEmpty();
        look();
        assertThat(told.all()).allMatch(it -> it.retained() && it.payload().length() == 0);
        assertThat(told.all()).extracting(Publication::topic).containsExactlyInAnyOrder(
                "lifx/light/d073d50000ff/availability", "lifx/light/d073d50000ff/state",
                "lifx/group/" + Homestead.HALL.id() + "/availability", "lifx/group/" + Homestead.HALL.id() + "/state");
        told.clear();
        look();
        assertThat(told.all()).isEmpty();
    }

    @Test
    void whatTheBrokerTellsLater_isTakenAwayToo() {
        look();
        leftovers.heard("lifx/light/d073d50000ff/availability");
        time.settle();
        assertThat(told.all()).hasSize(2);
    }

    @Test
    void whatIsThere_whileAnotherWayHasNotShownItsLights_staysUnknown() {
        leftovers.heard("lifx/light/d073d50000ff/availability");
        leftovers.lightSeen(lamp);
        leftovers.lookedAt(lamp, Homestead.SEEN);
        time.settle();
        assertThat(told.all()).isEmpty();
    }

    @Test
    void whatStrangersLeave_isRememberedWithinBounds() {
        for (var number = 0; number < 12_000; number++) {
            leftovers.heard("lifx/light/stranger-" + number + "/availability");
        }
        look();
        assertThat(told.all()).as("of each its availability and its state").hasSize(20_000);
        told.clear();
        leftovers.heard("lifx/light/d073d50000ff/availability");
        time.settle();
        assertThat(told.all()).hasSize(2);
    }

    private void look() {
        leftovers.lightSeen(lamp);
        leftovers.allSeen();
        time.settle();
    }
}
