package dev.lamplighter.topics;

import static dev.lamplighter.topics.Homestead.away;
import static dev.lamplighter.topics.Homestead.lit;
import static dev.lamplighter.topics.Homestead.seenAt;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lamplighter.control.Known;
import dev.lamplighter.control.ManualTime;
import dev.lamplighter.control.Order;
import dev.lamplighter.control.Result;
import dev.lamplighter.control.Samples;
import dev.lamplighter.control.Via;
import dev.lamplighter.control.Way.Reach;
import dev.lamplighter.light.Action.Clean;
import dev.lamplighter.light.Color.White;
import dev.lamplighter.light.LightCommand.Change;
import dev.lamplighter.light.LightCommand.Perform;
import dev.lamplighter.light.Selector;
import dev.lamplighter.mqtt.Publication;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StatePublisherTest {
    private static final String STATE = "light/d073d5000001/state";
    private static final String AVAILABILITY = "light/d073d5000001/availability";

    private final ManualTime time = new ManualTime();
    private final Told told = new Told();
    private final StatePublisher publisher = new StatePublisher(new CommandTopics("lifx"), told.outside(),
            time.surroundings(1));
    private final Known lamp = lit(1, Samples.COLOR, 1, new White(3500));

    @Test
    void light_thatIsNew_isToldRetained() {
        publisher.stateChanged(lamp);
        assertThat(told.all()).hasSize(2).allMatch(Publication::retained);
        assertThat(told.json(STATE).path("state").asString()).isEqualTo("ON");
        assertThat(told.on(AVAILABILITY)).containsExactly("online");
    }

    @Test
    void availability_isToldOnlyWhenItChanges() {
        publisher.stateChanged(lamp);
        publisher.stateChanged(lit(1, Samples.COLOR, 0.5, new White(3500)));
        assertThat(told.on(AVAILABILITY)).containsExactly("online");
        publisher.stateChanged(away(lamp));
        assertThat(told.on(AVAILABILITY)).containsExactly("online", "offline");
    }

    @Test
    void light_thatIsLost_isTakenAway() {
        publisher.stateChanged(lamp);
        told.clear();
        publisher.lightLost(Samples.id(1));
        assertThat(told.on(STATE)).containsExactly("");
        assertThat(told.on(AVAILABILITY)).containsExactly("");
    }

    @Test
    void light_thatStaysAsItIs_isToldAgainWithinFiveMinutesAndNotMuchOftener() {
        publisher.stateChanged(lamp);
        told.clear();
        for (var seconds = 10; seconds <= 3600; seconds += 10) {
            lookAfter(seconds, lamp);
        }
        assertThat(told.on(STATE)).hasSizeBetween(12, 24);
        assertThat(told.json(STATE).path("observed_at").asString()).isGreaterThan("2026-01-01T00:55:00Z");
    }

    @Test
    void lights_seenTogether_areNotToldAgainTogether() {
        for (var number = 1; number <= 100; number++) {
            publisher.stateChanged(lit(number, Samples.COLOR, 1, new White(3500)));
        }
        told.clear();
        var most = 0;
        for (var seconds = 10; seconds <= 300; seconds += 10) {
            for (var number = 1; number <= 100; number++) {
                lookAfter(seconds, lit(number, Samples.COLOR, 1, new White(3500)));
            }
            most = Math.max(most, told.all().size());
            told.clear();
        }
        assertThat(most).isBetween(1, 25);
    }

    @Test
    void light_thatIsNotSeen_isNotToldAgain() {
        publisher.stateChanged(away(lamp));
        told.clear();
        publisher.lookedAt(away(lamp), Homestead.SEEN.plusSeconds(3600));
        assertThat(told.all()).isEmpty();
    }

    @Test
    void light_thatIsWanted_isToldOnceAfterALookThatIsFreshEnough() {
        publisher.stateChanged(lamp);
        told.clear();
        publisher.want(Set.of(Samples.id(1)), Homestead.SEEN.plusSeconds(5));
        lookAfter(4, lamp);
        assertThat(told.all()).isEmpty();
        lookAfter(5, lamp);
        lookAfter(6, lamp);
        assertThat(told.on(STATE)).hasSize(1);
        assertThat(told.json(STATE).path("observed_at").asString()).isEqualTo("2026-01-01T00:00:05Z");
    }

    @Test
    void lightThatIsAway_whenWanted_isToldAllTheSame() {
        publisher.stateChanged(away(lamp));
        told.clear();
        publisher.want(Set.of(Samples.id(1)), Homestead.SEEN.plusSeconds(5));
        publisher.lookedAt(away(lamp), Homestead.SEEN.plusSeconds(5));
        assertThat(told.on(STATE)).hasSize(1);
    }

    @Test
    void cleaning_isToldWhenItBeginsAndWhenItEnds() {
        publisher.stateChanged(lit(1, Homestead.CLEAN, 1, new White(3500)));
        assertThat(told.json(STATE).has("hev")).isFalse();
        publisher.commandDone(order(new Clean(false, Optional.of(600))), result());
        assertThat(told.json(STATE).path("hev"))
                .hasToString("{\"cleaning\":true,\"until\":\"2026-01-01T00:10:00Z\"}");
        time.pass(Duration.ofMinutes(10));
        assertThat(told.json(STATE).path("hev")).hasToString("{\"cleaning\":false}");
    }

    @Test
    void cleaning_thatIsStoppedOrOfTheLightsOwnTime_saysNoEnd() {
        publisher.stateChanged(lit(1, Homestead.CLEAN, 1, new White(3500)));
        publisher.commandDone(order(new Clean(false, Optional.empty())), result());
        assertThat(told.json(STATE).path("hev")).hasToString("{\"cleaning\":true}");
        publisher.commandDone(order(new Clean(true, Optional.empty())), result());
        assertThat(told.json(STATE).path("hev")).hasToString("{\"cleaning\":false}");
    }

    @Test
    void cleaning_ofALampThatCannot_isNotTold() {
        publisher.stateChanged(lamp);
        publisher.commandDone(order(new Clean(false, Optional.of(600))), result());
        assertThat(told.json(STATE).has("hev")).isFalse();
    }

    private void lookAfter(int seconds, Known light) {
        var looked = Homestead.SEEN.plusSeconds(seconds);
        publisher.lookedAt(seenAt(looked, light), looked);
    }

    private Order order(Clean clean) {
        return new Order(new Selector.All(), new Perform(Change.NONE, clean), time.instant(),
                time.instant().plusSeconds(30), Optional.empty());
    }

    private static Result result() {
        return new Result(Result.Status.APPLIED, Optional.empty(), Map.of(Samples.id(1), Reach.OK),
                Optional.of(Via.CLOUD), Duration.ZERO);
    }
}
