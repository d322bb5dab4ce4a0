package dev.lamplighter.topics;

import dev.lamplighter.control.Plan;
import dev.lamplighter.control.Plan.Share;
import dev.lamplighter.light.Color;
import dev.lamplighter.light.Fade;
import dev.lamplighter.light.Level;
import dev.lamplighter.light.LightCommand.Change;
import dev.lamplighter.light.LightId;
import dev.lamplighter.light.Parsed;
import dev.lamplighter.light.Power;
import dev.lamplighter.light.Zones;
import java.time.Duration;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a command was turned into, as a memo for another run. Read back it is the same to the last digit. */
final class PlanText {
    private static final String ONCE = "once";

    private PlanText() {}

    static String write(Plan plan) {
        var json = Payloads.JSON.createObjectNode();
        switch (plan) {
            case Plan.Once() -> json.put(ONCE, true);
            case Plan.Absolute(var shares) -> shares.forEach((light, share) -> {
                var into = json.putObject(light.serial());
                write(into, share.change());
                share.zones().ifPresent(zones -> into.put("zones", zones.toString()));
            });
        }
        return json.toString();
    }

    static Plan read(String memo) {
        var json = Payloads.JSON.readTree(memo);
        if (json.has(ONCE)) {
            return new Plan.Once();
        }
        var shares = new TreeMap<LightId, Share>();
        json.propertyStream().forEach(light -> shares.put(new LightId(light.getKey()),
                new Share(read(light.getValue()), zones(light.getValue()))));
        return new Plan.Absolute(shares);
    }

    private static Optional<Zones> zones(JsonNode json) {
        return json.has("zones") && Zones
                .parse(json.path("zones").stringValue()) instanceof Parsed.Accepted<Zones>(var zones)
                        ? Optional.of(zones)
                        : Optional.empty();
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
