package dev.lamplighter.boards;

import dev.lamplighter.board.BoardEvent;
import dev.lamplighter.board.Press;
import dev.lamplighter.light.Parsed;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads what happened at a control.
 *
 * @param seq the board's own number of it, where it counts
 */
record EventJson(BoardEvent event, OptionalLong seq) {
    private static final JsonMapper JSON = new JsonMapper();
    /** More at once is no hand's work. */
    private static final int MOST_STEPS = 1000;

    static Parsed<EventJson> pressed(String board, int button, byte[] payload) {
        return read(payload).then(json -> Press.parse(json.path("event_type").asString(""))
                .map(press -> accepted(new BoardEvent.Pressed(board, button, press), json))
                .orElseGet(() -> Parsed.rejected("event_type", "is one of "
                        + Stream.of(Press.values()).map(Press::word).collect(Collectors.joining(", ")))));
    }

    static Parsed<EventJson> turned(String board, int knob, byte[] payload) {
        return read(payload).then(json -> steps(json.path("steps"))
                .map(steps -> accepted(new BoardEvent.Turned(board, knob, steps), json))
                .orElseGet(() -> Parsed.rejected("steps", "is a whole number from -" + MOST_STEPS + " to " + MOST_STEPS
                        + ", and not 0")));
    }

    private static Optional<Integer> steps(JsonNode node) {
        return Optional.of(node).filter(JsonNode::isInt).map(JsonNode::intValue)
                .filter(steps -> steps != 0 && Math.abs(steps) <= MOST_STEPS);
    }

    private static Parsed<EventJson> accepted(BoardEvent event, JsonNode json) {
        var seq = json.path("seq");
        return Parsed.accepted(new EventJson(event,
                seq.isIntegralNumber() ? OptionalLong.of(seq.longValue()) : OptionalLong.empty()));
    }

    private static Parsed<JsonNode> read(byte[] payload) {
        try {
            var json = JSON.readTree(payload);
            return json.isObject()
                    ? Parsed.accepted(json)
                    : Parsed.rejected("payload", "is a JSON object such as {\"event_type\": \"single\", \"seq\": 7}");
        } catch (JacksonException _) {
            return Parsed.rejected("payload", "is not right JSON");
        }
    }
}
