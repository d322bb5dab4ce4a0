package dev.lamplighter.app;

import dev.lamplighter.control.Result;
import dev.lamplighter.mqtt.Bytes;
import dev.lamplighter.mqtt.Publication;
import dev.lamplighter.topics.Answers;
import dev.lamplighter.web.News;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Tells browsers of commands that were done: whose, what, and what came of it. Safe to call from any thread. */
final class Chronicle {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int LONGEST = 1_000;
    private static final Pattern ROOM_ID = Pattern.compile("[0-9a-fA-F]{32}");
    private static final List<String> OF_THE_RESULT = List.of("id", "status", "reason", "via", "took_ms");

    private final News news;
    private final InstantSource calendar;

    Chronicle(News news, InstantSource calendar) {
        this.news = news;
        this.calendar = calendar;
    }

    /**
     * A command has its result.
     *
     * @param from who gave it: {@code mqtt}, {@code web}, {@code binding}, {@code relay}
     * @param target as a LIFX selector, or {@code scene:} and a scene's UUID
     */
    void done(String from, String target, String command, Bytes result) {
        var json = begun(from, target, command);
        if (JSON.readTree(result.toArray()) instanceof ObjectNode said) {
            OF_THE_RESULT.stream().filter(said::has).forEach(key -> json.set(key, said.get(key)));
        }
        news.done(json.toString());
    }

    /** The same of a result that nobody is told as a document. */
    void done(String from, String target, String command, Result result) {
        var json = begun(from, target, command).put("status", lower(result.status()));
        result.reason().ifPresent(reason -> json.put("reason", reason));
        result.via().ifPresent(via -> json.put("via", lower(via)));
        news.done(json.put("took_ms", result.took().toMillis()).toString());
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }

    private ObjectNode begun(String from, String target, String command) {
        var json = JSON.createObjectNode().put("at", calendar.instant().truncatedTo(ChronoUnit.MILLIS).toString())
                .put("from", from).put("target", target);
        json.set("command", object(command).<JsonNode>map(it -> it)
                .orElseGet(() -> JSON.getNodeFactory().stringNode(shortened(command))));
        return json;
    }

    /** Hands answers on and hears of commands. {@code base} is that of their topics. */
    Answers beside(Answers to, String base, String from) {
        return new Answers() {
            @Override
            public void accept(Publication answer) {
                to.accept(answer);
            }

            @Override
            public void refused(String topic, String reason) {
                to.refused(topic, reason);
            }

            @Override
            public void told(String topic, Bytes command, Bytes result) {
                var text = command.text().orElse("");
                done(from, target(topic, base, text), text, result);
            }
        };
    }

    /** The selector that a command topic stands for. */
    static String target(String topic, String base, String command) {
        var levels = topic.substring(base.length() + 1).split("/", -1);
        return switch (levels[0]) {
            case "all" -> "all";
            case "select" -> object(command).map(it -> it.path("selector").asString("")).orElse("");
            case "light" -> "id:" + levels[1];
            case "scene" -> "scene:" + levels[1];
            case "group", "location" -> levels[0] + (ROOM_ID.matcher(levels[1]).matches() ? "_id:" : ":")
                    + decoded(levels[1]);
            default -> levels[0] + ":" + decoded(levels[1]);
        };
    }

    private static String decoded(String level) {
        return URLDecoder.decode(level.replace("+", "%2B").replaceAll("%(?![0-9A-Fa-f]{2})", "%25"),
                StandardCharsets.UTF_8);
    }

    private static Optional<ObjectNode> object(String text) {
        try {
            return text.startsWith("{") && text.length() <= LONGEST && JSON.readTree(text) instanceof ObjectNode json
                    ? Optional.of(json)
                    : Optional.empty();
        } catch (JacksonException broken) {
            return Optional.empty();
        }
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
