package dev.lamplighter.topics;

import static dev.lamplighter.topics.Homestead.in;
import static dev.lamplighter.topics.Homestead.lit;
import static dev.lamplighter.topics.Homestead.named;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lamplighter.control.Known;
import dev.lamplighter.control.ManualTime;
import dev.lamplighter.control.Order;
import dev.lamplighter.control.Result;
import dev.lamplighter.control.Samples;
import dev.lamplighter.control.Via;
import dev.lamplighter.light.Color.White;
import dev.lamplighter.light.Light.Room;
import dev.lamplighter.light.LightCommand.Change;
import dev.lamplighter.light.Power;
import dev.lamplighter.light.Selector;
import dev.lamplighter.mqtt.Publication;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EventPublisherTest {
    private static final String EVENT = "bridge/event";

    private final ManualTime time = new ManualTime();
    private final Told told = new Told();
    private final EventPublisher publisher = new EventPublisher(new CommandTopics("lifx"), told.outside(),
            time.surroundings(1));
    private final Known lamp = lit(1, Samples.COLOR, 1, new White(3500));

    @Test
    void light_thatIsFoundAndLost_isAnEventThatIsNotKept() {
        publisher.lightSeen(lamp);
        publisher.lightLost(Samples.id(1));
        publisher.lightLost(Samples.id(1));
        assertThat(told.all()).hasSize(2).noneMatch(Publication::retained);
        assertThat(told.on(EVENT)).containsExactly(
                "{\"type\":\"light_found\",\"id\":\"d073d5000001\",\"label\":\"Light 1\",\"group\":\"Office\","
                        + "\"location\":\"Home\",\"product\":\"LIFX A19\",\"at\":\"2026-01-01T00:00:00Z\"}",
                "{\"type\":\"light_lost\",\"id\":\"d073d5000001\",\"label\":\"Light 1\",\"at\":\"2026-01-01T00:00:00Z\"}");
    }

    @Test
    void light_thatIsRenamedAndMoved_isTwoEvents() {
        publisher.lightSeen(lamp);
        told.clear();
        publisher.lightSeen(in(Homestead.HALL, named("Desk", lamp)));
        assertThat(told.on(EVENT)).containsExactly(
                "{\"type\":\"light_renamed\",\"id\":\"d073d5000001\",\"label\":\"Desk\",\"from\":\"Light 1\","
                        + "\"at\":\"2026-01-01T00:00:00Z\"}",
                "{\"type\":\"light_moved\",\"id\":\"d073d5000001\",\"label\":\"Desk\",\"group\":\"Hall\","
                        + "\"location\":\"Home\",\"from\":{\"group\":\"Office\",\"location\":\"Home\"},"
                        + "\"at\":\"2026-01-01T00:00:00Z\"}");
    }

    @Test
    void group_thatIsRenamed_movesNoLight() {
        publisher.lightSeen(lamp);
        told.clear();
        publisher.lightSeen(in(new Room(Homestead.OFFICE.id(), "Study"), lamp));
        assertThat(told.all()).isEmpty();
    }

    @Test
    void way_thatFailsAndWorks_isAnEventEach() {
        publisher.wayFails(Via.CLOUD, "no answer");
        publisher.wayWorks(Via.CLOUD);
        assertThat(told.on(EVENT)).containsExactly(
                "{\"type\":\"way_fails\",\"via\":\"cloud\",\"reason\":\"no answer\",\"at\":\"2026-01-01T00:00:00Z\"}",
                "{\"type\":\"way_works\",\"via\":\"cloud\",\"at\":\"2026-01-01T00:00:00Z\"}");
    }

    @Test
    void commands_thatAreRefused_areEventsAndOthersAreNone() {
        publisher.commandDone(order(), Result.refused("there is no light 'all'", Duration.ZERO));
        publisher.commandDone(order(), new Result(Result.Status.EXPIRED, Optional.empty(), Map.of(),
                Optional.empty(), Duration.ZERO));
        publisher.refused("command_refused", "lifx/all/set", "payload: is empty");
        time.settle();
        assertThat(told.on(EVENT)).containsExactly(
                "{\"type\":\"command_refused\",\"target\":\"all\",\"reason\":\"there is no light 'all'\","
                        + "\"at\":\"2026-01-01T00:00:00Z\"}",
                "{\"type\":\"command_refused\",\"topic\":\"lifx/all/set\",\"reason\":\"payload: is empty\","
                        + "\"at\":\"2026-01-01T00:00:00Z\"}");
    }

    @Test
    void flood_ofBadCommands_isNoFloodOfEvents() {
        for (var count = 0; count < 1_000; count++) {
            publisher.refused("command_refused", "lifx/all/set", "payload: is empty");
        }
        time.settle();
        assertThat(told.take(EVENT)).hasSize(10);
        time.pass(Duration.ofSeconds(6));
        publisher.refused("command_refused", "lifx/all/set", "payload: is empty");
        publisher.refused("command_refused", "lifx/all/set", "payload: is empty");
        time.settle();
        assertThat(told.on(EVENT)).singleElement().asString().contains("\"untold\":990");
    }

    private Order order() {
        return new Order(new Selector.All(), Change.to(Power.ON), time.instant(), time.instant(), Optional.empty());
    }
}
