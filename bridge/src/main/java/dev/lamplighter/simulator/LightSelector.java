package dev.lamplighter.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** A LIFX selector as it stands in a path, percent-decoded: up to 25 parts, each of which may end in zones. */
record LightSelector(String text, List<Part> parts) {
    private static final int MOST_PARTS = 25;
    private static final Pattern ZONES = Pattern.compile("(.+?)((?:\\|\\d{1,4}(?:-\\d{1,4})?)+)");
    private static final String RANDOM = ":random";

    enum Kind {
        ALL, ID, LABEL, GROUP_ID, GROUP, LOCATION_ID, LOCATION, SCENE_ID
    }

    /**
     * @param value what stands behind the kind's colon
     * @param random whether only one of the lights is meant
     * @param zones empty for all of a light
     */
    record Part(Kind kind, String value, boolean random, Set<Integer> zones) {}

    /** @throws Refusal when {@code text} is no selector */
    static LightSelector parse(String text) {
        var parts = new ArrayList<Part>();
        for (var part : text.split(",", -1)) {
            parts.add(part(part));
        }
        if (parts.size() > MOST_PARTS) {
            throw Refusal.of("selector", "has more than 25 parts");
        }
        return new LightSelector(text, parts);
    }

    private static Part part(String text) {
        var matcher = ZONES.matcher(text);
        return matcher.matches() ? lights(matcher.group(1), zones(matcher.group(2))) : lights(text, Set.of());
    }

    private static Part lights(String text, Set<Integer> zones) {
        var kind = kind(text);
        var value = text.substring(kind == Kind.ALL ? "all".length() : text.indexOf(':') + 1);
        if (kind == Kind.ID || kind == Kind.LABEL) {
            return new Part(kind, value, false, zones);
        }
        var random = value.endsWith(RANDOM);
        return new Part(kind, random ? value.substring(0, value.length() - RANDOM.length()) : value, random, zones);
    }

    private static Kind kind(String text) {
        if (text.equals("all") || text.equals("all" + RANDOM)) {
            return Kind.ALL;
        }
        return switch (text.substring(0, Math.max(0, text.indexOf(':')))) {
            case "id" -> Kind.ID;
            case "label" -> Kind.LABEL;
            case "group_id" -> Kind.GROUP_ID;
            case "group" -> Kind.GROUP;
            case "location_id" -> Kind.LOCATION_ID;
            case "location" -> Kind.LOCATION;
            case "scene_id" -> Kind.SCENE_ID;
            default -> throw Refusal.of("selector", "is invalid");
        };
    }

    private static Set<Integer> zones(String suffixes) {
        var zones = new TreeSet<Integer>();
        for (var span : suffixes.substring(1).split("\\|", -1)) {
            var ends = span.split("-", -1);
            var last = Integer.parseInt(ends[ends.length - 1]);
            var first = Integer.parseInt(ends[0]);
            if (first > last) {
                throw Refusal.of("selector", "is invalid");
            }
            for (var zone = first; zone <= last; zone++) {
                zones.add(zone);
            }
        }
        return zones;
    }
}
