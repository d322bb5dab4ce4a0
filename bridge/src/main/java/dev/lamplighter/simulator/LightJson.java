package dev.lamplighter.simulator;

import dev.lamplighter.light.Power;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/** A light as LIFX lists it. */
final class LightJson {
    private LightJson() {}

    static ObjectNode of(SimulatedLight light, boolean connected, Instant now) {
        var look = light.course().absence().map(Course.Absence::last).orElse(light.look());
        var seen = light.course().absence().map(Course.Absence::since).orElse(now);
        var json = Json.object().put("id", light.id().serial()).put("uuid", uuid(light)).put("label", light.label())
                .put("connected", connected).put("power", look.power() == Power.ON ? "on" : "off");
        json.set("color", color(look.color()));
        json.set("brightness", Json.number(look.color().bright()));
        if (light.model().product().infrared()) {
            json.set("infrared", Json.number(Hsbk.fraction(look.infrared())));
        }
        json.put("effect", look.effect());
        if (light.model().product().multizone()) {
            json.set("zones", zones(look.zones()));
        }
        json.putObject("group").put("id", light.group().id()).put("name", light.group().name());
        json.putObject("location").put("id", light.location().id()).put("name", light.location().name());
        json.set("product", product(light.model()));
        return json.put("last_seen", seen.truncatedTo(ChronoUnit.SECONDS).toString())
                .put("seconds_since_seen", Duration.between(seen, now).toSeconds());
    }

    static ObjectNode color(Hsbk color) {
        var json = Json.object();
        json.set("hue", Json.number(color.degrees()));
        json.set("saturation", Json.number(color.saturated()));
        return json.put("kelvin", color.kelvin());
    }

    private static ObjectNode zones(List<Hsbk> zones) {
        var json = Json.object().put("count", zones.size());
        var list = json.putArray("zones");
        for (var index = 0; index < zones.size(); index++) {
            var zone = list.addObject().put("zone", index);
            zone.setAll(color(zones.get(index)));
            zone.set("brightness", Json.number(zones.get(index).bright()));
        }
        return json;
    }

    private static ObjectNode product(Model model) {
        var product = model.product();
        var json = Json.object().put("name", product.name()).put("identifier", model.identifier())
                .put("company", "LIFX").put("vendor_id", 1).put("product_id", model.number());
        var range = product.kelvin();
        json.putObject("capabilities").put("has_color", product.color())
                .put("has_variable_color_temp", range.least() < range.most()).put("has_ir", product.infrared())
                .put("has_hev", product.hev()).put("has_chain", false).put("has_matrix", product.matrix())
                .put("has_multizone", product.multizone()).put("min_kelvin", range.least())
                .put("max_kelvin", range.most());
        return json;
    }

    private static String uuid(SimulatedLight light) {
        return UUID.nameUUIDFromBytes(light.id().serial().getBytes(StandardCharsets.US_ASCII)).toString();
    }
}
