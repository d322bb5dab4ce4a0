package dev.lamplighter.app;

import dev.lamplighter.board.Board;
import dev.lamplighter.board.BoardEvent;
import dev.lamplighter.board.BoardListener;
import dev.lamplighter.mqtt.Bytes;
import dev.lamplighter.web.Kind;
import dev.lamplighter.web.News;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Shows browsers what boards tell. */
final class BoardView implements BoardListener {
    private static final JsonMapper JSON = new JsonMapper();
    /** Somebody who publishes under ever new names, or without end, must not fill memory. */
    private static final int MOST = 1_000;
    private static final int LONGEST = 16 * 1024;
    private static final List<String> DOCUMENTS = List.of("info", "sensor", "telemetry");

    private final String base;
    private final News news;
    private final InstantSource calendar;
    private final Map<String, ObjectNode> boards = new HashMap<>();

    /** @param base the first levels of the topics of boards */
    BoardView(String base, News news, InstantSource calendar) {
        this.base = base + "/";
        this.news = news;
        this.calendar = calendar;
    }

    /** What to listen to besides what is carried out. */
    static List<String> lastingFilters(String base) {
        return List.of(base + "/+/state", base + "/+/sensor");
    }

    /** What counts only at the moment it is said. */
    static List<String> passingFilters(String base) {
        return List.of(base + "/+/telemetry");
    }

    synchronized void heard(String topic, Bytes payload) {
        if (!topic.startsWith(base)) {
            return;
        }
        var levels = topic.substring(base.length()).split("/", -1);
        if (levels.length == 2 && Board.isName(levels[0])) {
            heard(levels[0], levels[1], payload);
        }
    }

    private void heard(String name, String leaf, Bytes payload) {
        if (leaf.equals("state")) {
            payload.text().filter(word -> word.equals("online") || word.equals("offline"))
                    .ifPresent(word -> board(name).ifPresent(board -> show(name, board.put("availability", word))));
        } else if (leaf.equals("info") && payload.length() == 0) {
            boards.remove(name);
            news.gone(Kind.BOARD, name);
        } else if (DOCUMENTS.contains(leaf)) {
            document(payload).ifPresent(json -> board(name).ifPresent(board -> {
                board.set(leaf, json);
                show(name, board);
            }));
        }
    }

    @Override
    public synchronized void happened(BoardEvent event) {
        board(event.board()).ifPresent(board -> {
            var last = board.putObject("last").put("at",
                    calendar.instant().truncatedTo(ChronoUnit.MILLIS).toString());
            switch (event) {
                case BoardEvent.Pressed(_, var number, var press) -> last.put("control", "button/" + number)
                        .put("event", press.word());
                case BoardEvent.Turned(_, var number, var steps) -> last.put("control", "knob/" + number)
                        .putObject("event").put("event_type", "turn").put("steps", steps);
            }
            show(event.board(), board);
        });
    }

    private Optional<ObjectNode> board(String name) {
        return boards.size() >= MOST && !boards.containsKey(name)
                ? Optional.empty()
                : Optional.of(boards.computeIfAbsent(name, it -> JSON.createObjectNode().put("name", it)));
    }

    private void show(String name, ObjectNode board) {
        news.put(Kind.BOARD, name, board.toString());
    }

    private static Optional<JsonNode> document(Bytes payload) {
        try {
            return payload.length() > LONGEST
                    ? Optional.empty()
                    : Optional.of(JSON.readTree(payload.toArray())).filter(JsonNode::isObject);
        } catch (JacksonException broken) {
            return Optional.empty();
        }
    }
}
