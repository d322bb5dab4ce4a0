package dev.lamplighter.light;

import dev.lamplighter.light.Selector.Random;
import dev.lamplighter.light.Selector.Union;
import dev.lamplighter.light.Selector.Zoned;
import java.util.ArrayList;
import java.util.UUID;
import java.util.regex.Pattern;

/** Reads LIFX's selectors: a list of up to 25 lights or sets of lights, each with {@code :random} or zones behind it where they fit. */
final class SelectorText {
    static final String RANDOM = ":random";
    private static final Pattern ZONES = Pattern.compile("(.+?)\\|(\\d[\\d|-]*)");
    private static final String FORMS = "all, id:…, label:…, group:…, group_id:…, location:…, location_id:… or scene_id:…";

    private SelectorText() {}

    static Parsed<Selector> parse(String text) {
        var parts = text.split(",", -1);
        if (parts.length > Selector.MOST) {
            return Parsed.rejected("selector", "lists " + parts.length + " selectors; LIFX takes at most "
                    + Selector.MOST);
        }
        var read = new ArrayList<Selector>();
        for (var part : parts) {
            switch (part(part.strip())) {
                case Parsed.Accepted<Selector>(var selector) -> read.add(selector);
                case Parsed.Rejected<Selector> rejected -> {
                    return rejected;
                }
            }
        }
        return Parsed.accepted(read.size() == 1 ? read.getFirst() : new Union(read));
    }

    private static Parsed<Selector> part(String text) {
        var zoned = ZONES.matcher(text);
        return zoned.matches()
                ? set(zoned.group(1)).then(of -> Zones.parse(zoned.group(2))
                        .then(zones -> Parsed.accepted(new Zoned(of, zones))))
                : set(text);
    }

    private static Parsed<Selector> set(String text) {
        if (!text.endsWith(RANDOM)) {
            return plain(text);
        }
        return plain(text.substring(0, text.length() - RANDOM.length())).then(of -> switch (of) {
            // A label may end in these letters, and there is nothing to choose from.
            case Selector.Id _,Selector.Label _ -> plain(text);
            default -> Parsed.accepted(new Random(of));
        });
    }

    private static Parsed<Selector> plain(String text) {
        if (text.equals("all")) {
            return Parsed.accepted(new Selector.All());
        }
        var colon = text.indexOf(':');
        var name = text.substring(colon + 1);
        if (colon < 0 || name.isEmpty()) {
            return Parsed.rejected("selector", "'" + text + "' is not " + FORMS);
        }
        return switch (text.substring(0, colon)) {
            case "id" -> LightId.parse(name).<Parsed<Selector>>map(id -> Parsed.accepted(new Selector.Id(id)))
                    .orElseGet(
                            () -> Parsed.rejected("selector", "'" + name + "' is not a LIFX serial of 12 hex digits"));
            case "label" -> Parsed.accepted(new Selector.Label(name));
            case "group" -> Parsed.accepted(new Selector.Group(name));
            case "group_id" -> Parsed.accepted(new Selector.GroupId(name));
            case "location" -> Parsed.accepted(new Selector.Location(name));
            case "location_id" -> Parsed.accepted(new Selector.LocationId(name));
            case "scene_id" -> scene(name);
            default -> Parsed.rejected("selector", "there is no selector '" + text.substring(0, colon) + ":'");
        };
    }

    private static Parsed<Selector> scene(String uuid) {
        try {
            return Parsed.accepted(new Selector.SceneId(UUID.fromString(uuid)));
        } catch (IllegalArgumentException _) {
            return Parsed.rejected("selector", "'" + uuid + "' is not the UUID of a scene");
        }
    }
}
