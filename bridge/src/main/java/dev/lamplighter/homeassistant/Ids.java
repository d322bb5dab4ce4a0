package dev.lamplighter.homeassistant;

import dev.lamplighter.light.LightId;
import java.text.Normalizer;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

/** What things are called where people never look: it stays when they are renamed. */
final class Ids {
    static final String BRIDGE = "lamplighter_bridge";

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");
    private static final Pattern EDGES = Pattern.compile("^_+|_+$");

    private Ids() {}

    static String light(LightId light) {
        return "lamplighter_" + light.serial();
    }

    static String group(String id) {
        return "lamplighter_group_" + id;
    }

    static String location(String id) {
        return "lamplighter_location_" + id;
    }

    /** A key, not a device. */
    static String scene(UUID scene) {
        return "scene_" + scene.toString().replace("-", "");
    }

    static String board(String name) {
        return "lamplighter_board_" + name;
    }

    /** What Home Assistant is to call an entity at first. It keeps to that when its light is renamed. */
    static String entity(String platform, String... words) {
        var slug = slug(String.join(" ", words));
        return platform + "." + (slug.isEmpty() ? "lamplighter" : slug);
    }

    private static String slug(String text) {
        var plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        return EDGES.matcher(OTHERS.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll("_")).replaceAll("");
    }
}
