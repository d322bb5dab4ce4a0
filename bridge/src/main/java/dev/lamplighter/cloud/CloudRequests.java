package dev.lamplighter.cloud;

import dev.lamplighter.control.Way;
import dev.lamplighter.control.Way.Haste;
import dev.lamplighter.control.Way.Part;
import dev.lamplighter.light.Color;
import dev.lamplighter.light.Fade;
import dev.lamplighter.light.LightCommand.Change;
import dev.lamplighter.light.Power;
import dev.lamplighter.light.Selector;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** What is asked of LIFX and what is wished of its lights, as calls of its HTTP API. */
final class CloudRequests {
    private CloudRequests() {}

    static CloudRequest lights() {
        return new CloudRequest("GET", List.of("lights", new Selector.All().text()), Optional.empty());
    }

    static CloudRequest scenes() {
        return new CloudRequest("GET", List.of("scenes"), Optional.empty());
    }

    static CloudRequest color(String text) {
        return new CloudRequest("GET", List.of("color"), Optional.of(text), Optional.empty(), false);
    }

    /** @param parts 1 to {@link Way#MOST_PARTS} */
    static CloudRequest apply(List<Part> parts, Haste haste) {
        if (parts.isEmpty() || parts.size() > Way.MOST_PARTS) {
            throw new IllegalArgumentException("a request has 1 to 50 parts, not " + parts.size());
        }
        return parts.size() == 1 ? one(parts.getFirst(), haste) : many(parts, haste);
    }

    private static CloudRequest one(Part part, Haste haste) {
        return put(List.of("lights", part.lights().text(), "state"),
                hastened(fill(Json.object(), part.change()), haste));
    }

    private static CloudRequest many(List<Part> parts, Haste haste) {
        var body = Json.object();
        var states = body.putArray("states");
        parts.forEach(part -> fill(states.addObject().put("selector", part.lights().text()), part.change()));
        return put(List.of("lights", "states"), hastened(body, haste));
    }

    private static ObjectNode hastened(ObjectNode body, Haste haste) {
        return haste == Haste.FAST ? body.put("fast", true) : body;
    }

    private static CloudRequest put(List<String> path, ObjectNode body) {
        return new CloudRequest("PUT", path, Optional.of(Json.write(body)));
    }

    static ObjectNode fill(ObjectNode state, Change change) {
        // Without a duration LIFX fades for a second.
        return values(state, change).put("duration", Decimals.seconds(change.fade().seconds()));
    }

    /** As {@link #fill}, but no fade is left to what goes for all states alike. */
    static void fillWhatIsSaid(ObjectNode state, Change change) {
        if (change.fade().equals(Fade.NONE)) {
            values(state, change);
        } else {
            fill(state, change);
        }
    }

    private static ObjectNode values(ObjectNode state, Change change) {
        change.power().ifPresent(power -> state.put("power", power == Power.ON ? "on" : "off"));
        change.color().ifPresent(color -> state.put("color", text(color)));
        change.level().ifPresent(level -> state.put("brightness", Decimals.fraction(level.fraction())));
        change.infrared().ifPresent(level -> state.put("infrared", Decimals.fraction(level.fraction())));
        return state;
    }

    /** Colour and level as one of LIFX's colour strings; empty where the change has neither. */
    static Optional<String> text(Change look) {
        var level = look.level().map(of -> "brightness:" + Decimals.fraction(of.fraction()).toPlainString());
        var words = Stream.concat(look.color().map(CloudRequests::text).stream(), level.stream())
                .collect(Collectors.joining(" "));
        return Optional.of(words).filter(text -> !text.isEmpty());
    }

    private static String text(Color color) {
        return switch (color) {
            case Color.White(var kelvin) -> "kelvin:" + kelvin;
            case Color.Hue(var degrees, var saturation) -> "hue:" + Decimals.degrees(degrees).toPlainString()
                    + " saturation:" + Decimals.fraction(saturation).toPlainString();
        };
    }
}
