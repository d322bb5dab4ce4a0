package dev.lamplighter.topics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamplighter.control.ControlSettings;
import dev.lamplighter.control.Lights;
import dev.lamplighter.control.ManualTime;
import dev.lamplighter.control.MemoryWay;
import dev.lamplighter.control.Order;
import dev.lamplighter.control.Outcome;
import dev.lamplighter.light.LightCommand.Change;
import dev.lamplighter.light.Power;
import dev.lamplighter.light.Selector;
import dev.lamplighter.mqtt.Publication;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HealthPublisherTest {
    private static final String HEALTH = "bridge/health";

    private final ManualTime time = new ManualTime();
    private final MemoryWay way = new MemoryWay(2);
    private final Told told = new Told();
    private final Telling telling = told.telling(time);
    private final Lights lights = new Lights(ControlSettings.DEFAULTS, List.of(way), telling.listeners(),
            time.surroundings(1));

    private void start() {
        lights.start();
        telling.start(lights);
        time.pass(Duration.ofSeconds(10));
    }

    @Test
    void health_isToldAtTheStartAndEachMinuteRetained() {
        start();
        told.clear();
        time.pass(Duration.ofMinutes(10));
        assertThat(told.on(HEALTH)).hasSize(10);
        assertThat(told.all()).filteredOn(it -> it.topic().endsWith(HEALTH)).allMatch(Publication::retained);
        assertThat(told.json(HEALTH).path("uptime_s").intValue()).isEqualTo(600);
    }

    @Test
    void health_saysHowThingsStand() {
        start();
        order();
        time.pass(Duration.ofMinutes(1));
        var health = told.json(HEALTH);
        assertThat(health.path("lights")).hasToString("{\"known\":2,\"reachable\":2}");
        assertThat(health.path("queue")).hasToString("{\"waiting\":0,\"undecided\":0,\"under_way\":0}");
        assertThat(health.path("budget").path("limit").intValue()).isEqualTo(120);
        assertThat(health.path("budget").path("left").intValue()).isBetween(100, 120);
        assertThat(health.path("ways").path("cloud"))
                .hasToString("{\"works\":true,\"applied\":1,\"p50_ms\":0,\"p99_ms\":0}");
        assertThat(health.path("results")).hasToString(
                "{\"applied\":1,\"partly\":0,\"refused\":0,\"expired\":0,\"superseded\":0,\"unreachable\":0}");
        assertThat(health.path("memory")).hasToString("{\"heap_used\":50,\"heap_max\":100}");
        assertThat(health.path("mqtt")).hasToString("{\"reconnects\":0}");
    }

    @Test
    void wayThatFails_isToldSoonAndWhenItWorksAgain() {
        start();
        told.clear();
        way.failWith(new Outcome.Unreachable<>("no answer"));
        time.pass(Duration.ofSeconds(13));
        assertThat(told.on(HEALTH)).hasSize(1);
        assertThat(told.json(HEALTH).path("ways").path("cloud").path("reason").asString()).isEqualTo("no answer");
        way.recover();
        time.pass(Duration.ofSeconds(30));
        assertThat(told.json(HEALTH).path("ways").path("cloud").path("works").asBoolean()).isTrue();
    }

    @Test
    void brokerThatIsFoundAgain_isCountedAndToldSoon() {
        telling.connected(false, 0);
        start();
        told.clear();
        telling.connected(false, 3);
        telling.connected(false, 0);
        time.pass(HealthPublisher.GATHERED);
        assertThat(told.on(HEALTH)).hasSize(1);
        assertThat(told.json(HEALTH).path("mqtt").path("reconnects").intValue()).isEqualTo(2);
    }

    @Test
    void commandThatCannotBeRead_countsAsRefused() {
        start();
        telling.refused("lifx/all/set", "payload: is empty");
        time.pass(Duration.ofMinutes(1));
        assertThat(told.json(HEALTH).path("results").path("refused").intValue()).isEqualTo(1);
    }

    private void order() {
        var order = new Order(new Selector.All(), Change.to(Power.ON), time.instant(), time.instant().plusSeconds(30),
                Optional.empty());
        lights.submit(order, _ -> {});
        time.settle();
    }
}
