package dev.lamplighter.web.relay;

import dev.lamplighter.control.Result;
import dev.lamplighter.light.Action;
import dev.lamplighter.light.Action.Activate.Part;
import dev.lamplighter.light.Color;
import dev.lamplighter.light.ColorParts;
import dev.lamplighter.light.Fade;
import dev.lamplighter.light.LightCommand.Change;
import dev.lamplighter.light.LightCommand.Perform;
import dev.lamplighter.light.LightId;
import dev.lamplighter.light.Parsed;
import dev.lamplighter.light.Selector;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Everything below {@code /v1/scenes}. */
final class SceneDesk {
    private final Picture picture;
    private final Courier courier;
    private final RandomGenerator random;

    SceneDesk(Picture picture, Courier courier, RandomGenerator random) {
        this.picture = picture;
        this.courier = courier;
        this.random = random;
    }

    RelayReply list(Guest guest) {
        picture.await(courier.patience());
        var list = Json.object().putArray("scenes");
        picture.scenes().stream().filter(scene -> guest.scenes().test(scene.id()))
                .forEach(scene -> list.add(SceneJson.of(scene)));
        return RelayReply.json(200, list);
    }

    RelayReply activate(String selector, Guest guest, ObjectNode body) {
        var scene = scene(selector);
        var fields = new Fields(body);
        var fade = fields.seconds("duration").map(Fade::ofSeconds);
        var ignore = fields.take("ignore", SceneDesk::ignored).orElse(Set.of());
        var overrides = overrides(fields);
        var fast = fields.flag("fast", false);
        fields.check();
        if (!guest.scenes().test(scene)) {
            throw missing();
        }
        var to = new Selector.SceneId(scene);
        var targets = picture.of(to, Guest.ofTheHouse(guest.name()), random);
        var parcel = courier.give(to, new Perform(Change.NONE, new Action.Activate(scene,
                Optional.of(overrides.isNone() ? fade.orElse(Fields.STANDARD) : overrides.fade()), ignore, overrides)));
        if (fast && !targets.isEmpty()) {
            return RelayReply.accepted();
        }
        parcel.result(courier.patience()).filter(SceneDesk::isNoScene).filter(_ -> picture.scene(scene).isEmpty())
                .ifPresent(_ -> {
                    throw missing();
                });
        var known = picture.of(to, Guest.ofTheHouse(guest.name()), random);
        var parcels = new TreeMap<LightId, Parcel>();
        known.forEach(target -> parcels.put(target.id(), parcel));
        var told = new Sending(known, parcels, List.of()).await(courier.patience());
        return fast ? RelayReply.accepted() : RelayReply.json(207, told.body(fields.unknown()));
    }

    private static boolean isNoScene(Result result) {
        return result.status() == Result.Status.REFUSED;
    }

    private Change overrides(Fields fields) {
        var body = fields.object("overrides");
        if (body.isEmpty()) {
            return Change.NONE;
        }
        var over = new Fields(body.get());
        var wish = Wish.read(over, new Colors(random));
        over.check();
        var isOpen = wish.color().map(ColorParts::change).filter(Parsed.Rejected.class::isInstance).isPresent();
        if (isOpen) {
            throw Refusal.of("overrides", "color must set both hue and saturation");
        }
        var color = wish.color().map(parts -> parts.on(new Color.White(
                Color.NEUTRAL))).orElse(Change.NONE);
        return new Change(wish.power(), wish.brightness().or(color::level), color.color(), wish.infrared(),
                body.get().has("duration") ? wish.fade() : fields.fade());
    }

    private static UUID scene(String selector) {
        return switch (Selector.parse(selector)) {
            case Parsed.Accepted<Selector>(Selector.SceneId(var id)) -> id;
            case Parsed.Accepted<Selector> _,Parsed.Rejected<Selector> _ when selector.startsWith("scene_id:") ->
                throw missing();
            case Parsed.Accepted<Selector> _,Parsed.Rejected<Selector> _ -> throw Refusal.of("selector", "is invalid");
        };
    }

    private static Optional<Set<Part>> ignored(JsonNode value) {
        var parts = EnumSet.noneOf(Part.class);
        for (var name : value) {
            var part = Arrays.stream(Part.values())
                    .filter(it -> it.name().toLowerCase(Locale.ROOT).equals(name.asString(""))).findFirst();
            if (part.isEmpty()) {
                return Optional.empty();
            }
            parts.add(part.get());
        }
        return value.isArray() ? Optional.of(parts) : Optional.empty();
    }

    private static Refusal missing() {
        return new Refusal(RelayReply.error(404, "no such scene"));
    }
}
