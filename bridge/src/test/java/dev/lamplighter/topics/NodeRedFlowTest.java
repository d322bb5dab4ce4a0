package dev.lamplighter.topics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lamplighter.light.Parsed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the flow in the page on Node-RED publishes is understood, and what it listens to is told. */
class NodeRedFlowTest {
    private static final Path FLOW = Path.of("../docs/examples/node-red-flow.json");

    private final CommandTopics topics = new CommandTopics("lifx");
    private final List<JsonNode> nodes;

    NodeRedFlowTest() throws IOException {
        nodes = Payloads.JSON.readTree(Files.readString(FLOW)).valueStream().toList();
    }

    @Test
    void everyWire_endsAtANodeOfTheFlow() {
        var ids = nodes.stream().map(node -> node.path("id").asString()).toList();
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(nodes).allSatisfy(node -> assertThat(ids).containsAll(next(node)));
    }

    @Test
    void everyPublication_isACommandThatIsUnderstood() {
        assertThat(of("mqtt out")).isNotEmpty().allSatisfy(out -> {
            var asked = topics.asked(out.path("topic").asString());
            assertThat(out.path("retain").asString()).isEqualTo("false");
            var payloads = nodes.stream().filter(node -> next(node).contains(out.path("id").asString()))
                    .map(NodeRedFlowTest::payload).toList();
            assertThat(payloads).hasSize(2).allSatisfy(payload -> assertThat(
                    asked.then(it -> it.read(payload.getBytes(UTF_8), new Palette().reader())))
                    .isInstanceOfSatisfying(Parsed.Accepted.class,
                            read -> assertThat(((Errand) read.value()).wish().ignored()).isEmpty()));
        });
    }

    @Test
    void everythingListenedTo_isAResultOfItsCommandsOrAButton() {
        var told = of("mqtt out").stream().map(out -> topics.result(out.path("topic").asString())).toList();
        assertThat(of("mqtt in")).hasSize(2).extracting(in -> in.path("topic").asString())
                .allMatch(topic -> told.contains(topic)
                        || topic.matches("boards/[A-Za-z0-9_-]{1,32}/button/[1-9][0-9]?"));
    }

    private List<JsonNode> of(String type) {
        return nodes.stream().filter(node -> node.path("type").asString().equals(type)).toList();
    }

    private static List<String> next(JsonNode node) {
        return node.path("wires").valueStream().flatMap(JsonNode::valueStream).map(JsonNode::asString).toList();
    }

    /** What a node of the kind "change" puts into the message. */
    private static String payload(JsonNode change) {
        var rule = change.path("rules").path(0);
        assertThat(change.path("type").asString()).isEqualTo("change");
        assertThat(rule.path("t").asString()).isEqualTo("set");
        assertThat(rule.path("p").asString()).isEqualTo("payload");
        return rule.path("to").asString();
    }
}
