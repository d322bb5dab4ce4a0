package dev.lamplighter.homeassistant;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Home Assistant's discovery topics, as far as ours are of their form: below its prefix, with the device's id as a level. */
record DiscoveryTopics(String prefix) {
    private static final Pattern LEVEL = Pattern.compile("[A-Za-z0-9_-]+");
    private static final String CONFIG = "config";
    private static final String DEVICE = "device";

    String status() {
        return prefix + "/status";
    }

    /** What is described there by whomever; each filter has a form of its own. */
    List<String> filters() {
        return List.of(status(), prefix + "/+/+/" + CONFIG, prefix + "/+/+/+/" + CONFIG);
    }

    String device(String id) {
        return prefix + "/" + DEVICE + "/" + id + "/" + CONFIG;
    }

    String entity(String device, Entity entity) {
        return prefix + "/" + entity.platform() + "/" + device + "/" + entity.key() + "/" + CONFIG;
    }

    /** Which device is described there; empty for a topic of another form. */
    Optional<String> deviceOf(String topic) {
        if (!topic.startsWith(prefix + "/")) {
            return Optional.empty();
        }
        var levels = topic.substring(prefix.length() + 1).split("/", -1);
        var isOurs = switch (levels.length) {
            case 3 -> levels[0].equals(DEVICE) && levels[2].equals(CONFIG);
            case 4 -> !levels[0].equals(DEVICE) && levels[3].equals(CONFIG);
            default -> false;
        };
        return isOurs && LEVEL.matcher(levels[1]).matches() ? Optional.of(levels[1]) : Optional.empty();
    }
}
