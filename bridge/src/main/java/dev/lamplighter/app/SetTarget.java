package dev.lamplighter.app;

import dev.lamplighter.light.LightId;
import dev.lamplighter.light.Parsed;
import dev.lamplighter.light.Selector;
import java.util.Arrays;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Whom a person in a shell means: LIFX's selectors, bare names and serials of lights, alone or in a list, or a scene. */
sealed interface SetTarget {
    Pattern QUALIFIED = Pattern
            .compile("all([:|].*)?|(id|label|group|group_id|location|location_id|scene_id):.*", Pattern.DOTALL);

    /** @param selector in LIFX's form */
    record Lights(String selector) implements SetTarget {}

    record SceneId(UUID scene) implements SetTarget {}

    record SceneName(String name) implements SetTarget {}

    static Parsed<SetTarget> parse(String text) {
        if (text.startsWith("scene:")) {
            return Parsed.accepted(new SceneName(text.substring("scene:".length())));
        }
        var selector = Arrays.stream(text.split(",", -1)).map(String::strip).map(SetTarget::qualified)
                .collect(Collectors.joining(","));
        return Selector.parse(selector).then(lights -> Parsed.accepted(
                lights instanceof Selector.SceneId(var scene) ? new SceneId(scene) : new Lights(selector)));
    }

    private static String qualified(String part) {
        if (QUALIFIED.matcher(part).matches()) {
            return part;
        }
        return (LightId.parse(part).isPresent() ? "id:" : "label:") + part;
    }
}
