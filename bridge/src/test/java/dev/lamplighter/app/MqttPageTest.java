package dev.lamplighter.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamplighter.app.Examples.Step;
import dev.lamplighter.broker.Broker;
import dev.lamplighter.light.Light.Room;
import dev.lamplighter.light.LightId;
import dev.lamplighter.simulator.SimulatedLight;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Does what {@code docs/mqtt.md} says, line by line, with broker, bridge and simulated account, and hears what it says. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MqttPageTest {
    private static final Path PAGE = Path.of("../docs/mqtt.md");
    private static final LightId PORCH = new LightId("d073d5003b01");
    private static final Room OFFICE = new Room("6f1d0e2b9c8a4f7d8e5b3a2c1d0e9f8a", "Office");

    private Broker broker;
    private Home home;
    private SimulatedLight porch;

    /** Something that somebody does elsewhere. */
    private interface Deed {
        void run() throws Exception;
    }

    @BeforeAll
    void start(@TempDir Path data, @TempDir Path folder) throws Exception {
        broker = Home.broker(data);
        home = Home.with(Home.CLOUD, broker, folder).withBridge();
        porch = home.cloud.household().light(PORCH);
    }

    @AfterAll
    void close() {
        home.close();
        broker.close();
    }

    @TestFactory
    List<DynamicTest> examples_doWhatThePageSays() throws Exception {
        var blocks = Examples.of(Files.readAllLines(PAGE));
        assertThat(blocks).hasSizeGreaterThan(10);
        return blocks.stream()
                .map(block -> DynamicTest.dynamicTest("line " + block.line(), () -> run(block))).toList();
    }

    private void run(Examples.Block block) throws Exception {
        var steps = block.steps();
        try (var user = User.at(broker.port(), home.base + "-line" + block.line(), home.base + "/#")) {
            for (var index = 0; index < steps.size(); index++) {
                var isAnswered = index + 1 < steps.size() && steps.get(index + 1) instanceof Step.Hear;
                run(steps.get(index), isAnswered, user);
            }
        }
    }

    private void run(Step step, boolean isAnswered, User user) throws Exception {
        switch (step) {
            case Step.Say(var topic, var payload) -> {
                user.send(ours(topic), payload);
                if (!isAnswered) {
                    assertApplied(topic, user);
                }
            }
            case Step.Hear(var topic, var payload) -> user.next(ours(topic),
                    message -> Likely.is(payload.replace("lifx/", home.base + "/"), message.text()));
            case Step.Deed(var what) -> deed(what).run();
        }
    }

    private void assertApplied(String topic, User user) throws InterruptedException {
        if (topic.endsWith("/set")) {
            var result = user.next(ours(topic).replaceFirst("/set$", "/result"));
            assertThat(result.json().path("status").asString()).as(topic + " " + result.text()).isEqualTo("applied");
        }
    }

    private String ours(String topic) {
        return topic.replaceFirst("^lifx/", home.base + "/");
    }

    private Deed deed(String what) {
        var household = home.cloud.household();
        return switch (what) {
            case "In LIFX's app the Porch is named Front Door." -> () -> household.rename(PORCH, "Front Door");
            case "In LIFX's app it is moved from the Hall to the Office." -> () -> household.move(PORCH, OFFICE);
            case "It is taken out of the account." -> () -> household.remove(PORCH);
            case "It is put back." -> () -> household.add(porch);
            case "LIFX cannot be reached any more." -> home.cloud::refuseConnections;
            case "LIFX can be reached again." -> home.cloud::acceptConnections;
            default -> throw new AssertionError("nobody here knows how to do: " + what);
        };
    }

    @Test
    void examples_coverEveryTopicOfTheTree() throws Exception {
        var shown = Examples.of(Files.readAllLines(PAGE)).stream().flatMap(block -> block.steps().stream())
                .map(step -> switch (step) {
                    case Step.Say(var topic, _) -> topic;
                    case Step.Hear(var topic, _) -> topic;
                    case Step.Deed _ -> "";
                }).map(topic -> topic.replaceFirst("^lifx/(light|label|group|location|scene)/.*/", "$1/")).toList();
        assertThat(shown).contains("light/set", "label/set", "group/set", "location/set", "scene/set", "lifx/all/set",
                "lifx/select/set", "light/get", "group/get", "light/state", "light/availability", "light/result",
                "group/state", "group/availability", "location/state", "location/availability");
        assertThat(shown).containsAll(List.of("state", "info", "lights", "groups", "locations", "scenes", "health",
                "event").stream().map(leaf -> "lifx/bridge/" + leaf).toList());
    }

    @Test
    void anExampleThatIsNotTrue_isNotTakenForTrue() {
        var heard = "{\"status\":\"applied\",\"lights\":{\"d073d5001337\":\"ok\"},\"took_ms\":3}";
        Map.of("{\"status\":\"applied\",\"lights\":{\"d073d5001337\":\"ok\"},\"took_ms\":206}", true,
                "{\"status\":\"applied\",\"…\":\"…\"}", true, "{\"status\":\"applied\"}", false,
                "{\"status\":\"refused\",\"…\":\"…\"}", false, "{\"status\":\"app…\",\"…\":\"…\"}", true,
                "{\"status\":\"applied\",\"lights\":{},\"took_ms\":206}", false,
                "{\"status\":\"applied\",\"via\":\"cloud\",\"…\":\"…\"}", false, "applied", false)
                .forEach((shown, isTrue) -> assertThat(Likely.is(shown, heard)).as(shown).isEqualTo(isTrue));
        assertThat(Likely.is("[1,\"…\"]", "[3,1]")).isTrue();
        assertThat(Likely.is("[1,2]", "[1]")).isFalse();
    }
}
