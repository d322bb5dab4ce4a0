package dev.lamplighter.store;

import dev.lamplighter.light.Color;
import dev.lamplighter.light.Fade;
import dev.lamplighter.light.Level;
import dev.lamplighter.light.LightCommand.Change;
import dev.lamplighter.light.LightId;
import dev.lamplighter.light.Power;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One line of the journal's file: what was noted of a delivery. */
sealed interface JournalLine {
    String key();

    record Taken(String key, Instant at) implements JournalLine {}

    record Planned(String key, Map<LightId, Change> plan) implements JournalLine {}

    record Done(String key, Instant at) implements JournalLine {}

    JsonMapper JSON = new JsonMapper();

    default String text() {
        var json = JSON.createObjectNode().put("key", key());
        switch (this) {
            case Taken(_, var at) -> json.put("taken", at.toString());
            case Planned(_, var plan) -> {
                var lights = json.putObject("planned");
                plan.forEach((light, change) -> write(lights.putObject(light.serial()), change));
            }
            case Done(_, var at) -> json.put("done", at.toString());
        }
        return json.toString();
    }

    /** @throws RuntimeException when {@code text} is not a whole line of ours, as the last one after a crash may be */
    static JournalLine parse(String text) {
        var json = JSON.readTree(text);
        var key = json.required("key").stringValue();
        if (json.has("taken")) {
            return new Taken(key, Instant.parse(json.path("taken").stringValue()));
        }
        if (json.has("done")) {
            return new Done(key, Instant.parse(json.path("done").stringValue()));
        }
        var plan = new TreeMap<LightId, Change>();
        json.required("planned").propertyStream()
                .forEach(light -> plan.put(new LightId(light.getKey()), read(light.getValue())));
        return new Planned(key, plan);
    }

    private static void write(ObjectNode json, Change change) {
        change.power().ifPresent(power -> json.put("power", power.name()));
        change.level().ifPresent(level -> json.put("level", level.fraction()));
        change.infrared().ifPresent(level -> json.put("infrared", level.fraction()));
        change.color().ifPresent(color -> {
            switch (color) {
                case Color.Hue(var degrees, var saturation) -> json.put("hue", degrees).put("saturation", saturation);
                case Color.White(var kelvin) -> json.put("kelvin", kelvin);
            }
        });
        json.put("fade_ms", change.fade().time().toMillis());
    }

    private static Change read(JsonNode json) {
        return new Change(
                json.has("power") ? Optional.of(Power.valueOf(json.path("power").stringValue())) : Optional.empty(),
                level(json.path("level")), color(json), level(json.path("infrared")),
                new Fade(Duration.ofMillis(json.required("fade_ms").longValue())));
    }

    private static Optional<Level> level(JsonNode json) {
        return json.isNumber() ? Optional.of(new Level(json.doubleValue())) : Optional.empty();
    }

    private static Optional<Color> color(JsonNode json) {
        if (json.has("hue")) {
            return Optional.of(new Color.Hue(json.path("hue").doubleValue(), json.path("saturation").doubleValue()));
        }
        return json.has("kelvin") ? Optional.of(new Color.White(json.path("kelvin").intValue())) : Optional.empty();
    }
}
