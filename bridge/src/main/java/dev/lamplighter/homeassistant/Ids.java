package dev.lamplighter.homeassistant;

import dev.lamplighter.light.LightId;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What things are called where people never look: it stays when they are renamed, and differs between bridges that share a broker.
 *
 * @param home what the ids of all devices of a bridge begin with, and of no other's
 */
record Ids(String home) {
    private static final String USUAL_BASE = "lifx";
    private static final String SCENE = "scene_";
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");
    private static final Pattern EDGES = Pattern.compile("^_+|_+$");
    private static final Pattern UUID_DIGITS = Pattern
            .compile("([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})");
    /** Letters that are no others with marks. */
    private static final Map<String, String> SPELT = Map.of("\u00df", "ss", "\u00e6", "ae", "\u00f8", "o", "\u0153",
            "oe", "\u0142",
            "l", "\u0111", "d", "\u00fe", "th", "\u0131", "i");

    static Ids of(TopicTree topics) {
        var base = topics.base();
        return new Ids(base.equals(USUAL_BASE) ? "lamplighter_" : "lamplighter-" + slug(base).replace('_', '-') + "_");
    }

    String bridge() {
        return home + "bridge";
    }

    String light(LightId light) {
        return home + light.serial();
    }

    String group(String id) {
        return home + "group_" + id;
    }

    String location(String id) {
        return home + "location_" + id;
    }

    String board(String name) {
        return home + "board_" + name;
    }

    /** Whether it is the id of a device of this bridge. */
    boolean isOurs(String device) {
        return device.startsWith(home);
    }

    /** A key, not a device. */
    static String scene(UUID scene) {
        return SCENE + scene.toString().replace("-", "");
    }

    /** Which scene has that key. */
    static Optional<UUID> sceneOf(String key) {
        var digits = UUID_DIGITS.matcher(key.startsWith(SCENE) ? key.substring(SCENE.length()) : "");
        return digits.matches()
                ? Optional.of(UUID.fromString(digits.replaceFirst("$1-$2-$3-$4-$5")))
                : Optional.empty();
    }

    /**
     * What Home Assistant is to call an entity at first.
     *
     * @param device its id, for names in which there is no letter that can stand there
     */
    static String entity(String platform, String device, String... words) {
        var slug = slug(words[0]).isEmpty()
                ? slug(device + " " + words[words.length - 1])
                : slug(String.join(" ", words));
        return platform + "." + slug;
    }

    private static String slug(String text) {
        var plain = MARKS.matcher(Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD))
                .replaceAll("");
        for (var letter : SPELT.entrySet()) {
            plain = plain.replace(letter.getKey(), letter.getValue());
        }
        return EDGES.matcher(OTHERS.matcher(plain).replaceAll("_")).replaceAll("");
    }
}
