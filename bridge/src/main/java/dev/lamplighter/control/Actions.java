package dev.lamplighter.control;

import dev.lamplighter.control.Targets.Target;
import dev.lamplighter.light.Action;
import dev.lamplighter.light.Color;
import dev.lamplighter.light.Effect;
import dev.lamplighter.light.Fade;
import dev.lamplighter.light.LightCommand.Change;
import dev.lamplighter.light.LightId;
import dev.lamplighter.light.LightState;
import dev.lamplighter.light.Scene;
import dev.lamplighter.light.Zones;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * Finds the lights that can do an action, and what they show after it.
 *
 * @param impossible gets the lights that cannot
 * @param leftOut gets those that cannot do all of it
 */
record Actions(Map<UUID, Scene> scenes, Map<LightId, String> impossible, Map<LightId, String> leftOut) {
    /** LIFX's own. */
    private static final Fade SCENE_FADE = Fade.ofSeconds(1);

    static Work.Once off(Set<LightId> lights) {
        return effect(new Effect.Off(false), lights, Optional.empty());
    }

    /** One stage for all lights, unless different zones of them are meant. */
    List<Work.Stage> of(Action action, List<Target> targets) {
        if (action instanceof Action.Activate activate) {
            return List.of(scene(activate, targets));
        }
        var byZones = new LinkedHashMap<Optional<Zones>, Set<LightId>>();
        targets.forEach(target -> lack(action, target).ifPresentOrElse(
                lack -> impossible.put(target.id(), lack),
                () -> byZones.computeIfAbsent(target.zones(), _ -> new TreeSet<>()).add(target.id())));
        var stages = new ArrayList<Work.Stage>();
        byZones.forEach((zones, lights) -> stages.add(stage(action, lights, zones)));
        return stages;
    }

    private static Work.Stage stage(Action action, Set<LightId> lights, Optional<Zones> zones) {
        return action instanceof Effect effect
                ? effect(effect, lights, zones)
                : new Work.Once(action, lights, zones, Map.of(), Duration.ZERO);
    }

    private static Work.Once effect(Effect effect, Set<LightId> lights, Optional<Zones> zones) {
        var becomes = new TreeMap<LightId, UnaryOperator<LightState>>();
        lights.forEach(light -> becomes.put(light, effect::on));
        return new Work.Once(effect, lights, zones, becomes,
                Duration.ofMillis(Math.round(Math.min(effect.lasts(), Effect.LONGEST) * 1000)));
    }

    private Work.Once scene(Action.Activate activate, List<Target> targets) {
        var scene = Optional.ofNullable(scenes.get(activate.scene())).orElseThrow();
        var becomes = new TreeMap<LightId, UnaryOperator<LightState>>();
        targets.forEach(target -> {
            becomes.put(target.id(), state -> state.after(wished(activate, scene, target)));
            Fitting.fit(activate.overrides(), target).lack().ifPresent(lack -> leftOut.put(target.id(), lack));
        });
        return new Work.Once(activate, becomes.keySet(), Optional.empty(), becomes,
                activate.fade().orElse(SCENE_FADE).time());
    }

    /** What the scene comes to for a light of it. */
    static Change painted(Action.Activate activate, Scene scene, Target target) {
        var fade = activate.ignore().contains(Action.Activate.Part.DURATION)
                ? Fade.NONE
                : activate.fade().orElse(SCENE_FADE);
        return wished(activate, scene, target).over(fade);
    }

    private static Change wished(Action.Activate activate, Scene scene, Target target) {
        var kept = Optional.ofNullable(scene.lights().get(target.id())).orElse(Change.NONE);
        var ignored = activate.ignore();
        var hides = List.of(Action.Activate.Part.HUE, Action.Activate.Part.SATURATION, Action.Activate.Part.KELVIN);
        var left = new Change(ignored.contains(Action.Activate.Part.POWER) ? Optional.empty() : kept.power(),
                ignored.contains(Action.Activate.Part.BRIGHTNESS) ? Optional.empty() : kept.level(),
                hides.stream().anyMatch(ignored::contains) ? Optional.empty() : kept.color(),
                ignored.contains(Action.Activate.Part.INFRARED) ? Optional.empty() : kept.infrared(), kept.fade());
        return Fitting.fit(left.then(activate.overrides()), target).change().orElse(Change.NONE);
    }

    private static Optional<String> lack(Action action, Target target) {
        return Fitting.zonesLack(target)
                .or(() -> productLack(action, target).map(lack -> Fitting.named(target.light().light(), lack)));
    }

    private static Optional<String> productLack(Action action, Target target) {
        var product = target.light().light().product();
        return switch (action) {
            case Effect effect when !effect.needs().test(product) -> Optional.of("cannot do the effect " + effect.word()
                    + (effect instanceof Effect.Move ? ", which needs zones" : ", which needs a matrix"));
            case Effect effect when !product.color() && isOnlyHue(effect) -> Optional.of("shows no colours");
            case Action.Clean _ when !product.hev() -> Optional.of("has no HEV lights to clean with");
            case Effect _,Action.Clean _,Action.Cycle _,Action.Activate _ -> Optional.empty();
        };
    }

    /** Whether a white lamp would show nothing of it. */
    private static boolean isOnlyHue(Effect effect) {
        return switch (effect) {
            case Effect.Breathe wave -> isOnlyHue(wave.color());
            case Effect.Pulse wave -> isOnlyHue(wave.color());
            case Effect.Move _,Effect.Morph _,Effect.Flame _,Effect.Sky _,Effect.Off _ -> false;
        };
    }

    private static boolean isOnlyHue(Change color) {
        return color.level().isEmpty() && color.color().orElse(null) instanceof Color.Hue;
    }
}
