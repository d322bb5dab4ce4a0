package dev.lamplighter.control;

import dev.lamplighter.control.Fitting.Fit;
import dev.lamplighter.control.Plan.Share;
import dev.lamplighter.control.Targets.Target;
import dev.lamplighter.light.Action;
import dev.lamplighter.light.Effect;
import dev.lamplighter.light.LightCommand;
import dev.lamplighter.light.LightCommand.Change;
import dev.lamplighter.light.LightId;
import dev.lamplighter.light.Power;
import dev.lamplighter.light.Scene;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Turns a command into what each light is to do: absolute wherever that can be, so that it can be sent again without harm. */
final class Planner {
    private final Map<UUID, Scene> scenes;
    private final Map<LightId, String> impossible = new TreeMap<>();
    private final Map<LightId, String> leftOut = new TreeMap<>();

    private Planner(Map<UUID, Scene> scenes) {
        this.scenes = scenes;
    }

    /**
     * @param targets the lights meant, as they are known or promised to be
     * @param scenes those that {@code command} may name
     */
    static Work plan(LightCommand command, Collection<Target> targets, Map<UUID, Scene> scenes) {
        var planner = new Planner(scenes);
        var stages = planner.stages(command, List.copyOf(targets));
        return new Work(stages, planner.impossible, planner.leftOut);
    }

    /** A scene whose lights are told one by one. */
    static Work scene(Action.Activate activate, Collection<Target> targets, Map<UUID, Scene> scenes) {
        var planner = new Planner(scenes);
        var scene = Optional.ofNullable(scenes.get(activate.scene())).orElseThrow();
        var stages = planner.painted(List.copyOf(targets), target -> Actions.painted(activate, scene, target));
        return new Work(stages, planner.impossible, planner.leftOut);
    }

    /**
     * What an earlier run had decided, for those lights that are still there: what its target means by now may be another light. Empty where
     * it had decided nothing.
     */
    static Optional<Work> resumed(Plan plan, Collection<Known> lights) {
        if (!(plan instanceof Plan.Absolute(var before)) || before.isEmpty()) {
            return Optional.empty();
        }
        var shares = new TreeMap<>(before);
        shares.keySet().retainAll(lights.stream().map(known -> known.light().id()).toList());
        return Optional.of(new Work(painted(shares, lights), Map.of(), Map.of()));
    }

    private List<Work.Stage> stages(LightCommand command, List<Target> targets) {
        return switch (command) {
            case Change change -> painted(targets, _ -> change);
            case LightCommand.Toggle(var fade) -> {
                var to = anyLit(targets) ? Power.OFF : Power.ON;
                yield painted(whole(targets), _ -> Change.to(to).over(fade));
            }
            case LightCommand.Step step -> painted(whole(targets), target -> target.light().state().stepped(step));
            case LightCommand.Perform(var first, var action) -> {
                var once = new Actions(scenes, impossible, leftOut).of(action, targets);
                var able = targets.stream().filter(target -> !impossible.containsKey(target.id())).toList();
                var stages = new ArrayList<>(isNeedless(first, action) ? List.of() : painted(able, _ -> first));
                stages.addAll(once);
                yield stages;
            }
        };
    }

    /** A lamp that was put out at the wall was on when it was seen last, and would keep the others from ever coming on. */
    private static boolean anyLit(List<Target> targets) {
        var reachable = targets.stream().filter(target -> target.light().reachable()).toList();
        return (reachable.isEmpty() ? targets : reachable).stream()
                .anyMatch(target -> target.light().state().power() == Power.ON);
    }

    /** Home Assistant says ON with every effect; one that lights lamps itself needs no request for that. */
    private static boolean isNeedless(Change first, Action action) {
        return first.isNone() || (action instanceof Effect effect && effect.powersOn()
                && first.equals(Change.to(Power.ON).over(first.fade())));
    }

    /** Where a light is as a whole says nothing of its zones, from which a step or a toggle would start. */
    private List<Target> whole(List<Target> targets) {
        return targets.stream().filter(target -> {
            target.zones().ifPresent(_ -> impossible.put(target.id(), "only whole lights are toggled or stepped"));
            return target.zones().isEmpty();
        }).toList();
    }

    private List<Work.Stage> painted(List<Target> targets, Function<Target, Change> change) {
        var shares = new TreeMap<LightId, Share>();
        targets.forEach(target -> {
            var fit = fit(change.apply(target), target);
            fit.lack().ifPresent(lack -> (fit.change().isEmpty() ? impossible : leftOut).put(target.id(), lack));
            fit.change().ifPresent(fitted -> shares.put(target.id(), new Share(fitted, target.zones())));
        });
        return painted(shares, targets.stream().map(Target::light).toList());
    }

    private static List<Work.Stage> painted(Map<LightId, Share> shares, Collection<Known> lights) {
        var stages = new ArrayList<Work.Stage>();
        var moving = lights.stream().filter(light -> isHidden(light, shares)).map(light -> light.light().id())
                .collect(Collectors.toSet());
        if (!moving.isEmpty()) {
            stages.add(Actions.off(moving));
        }
        if (!shares.isEmpty()) {
            stages.add(new Work.Paint(shares));
        }
        return stages;
    }

    /** A wish that comes to nothing, such as a step of infrared where there is none, has to end in words too. */
    private static Fit fit(Change wished, Target target) {
        return wished.isNone()
                ? new Fit(Optional.empty(),
                        Optional.of(Fitting.named(target.light().light(), "has nothing that this would change")))
                : Fitting.fit(wished, target);
    }

    /** Whether an effect that runs in the light would go on over its new colour. */
    private static boolean isHidden(Known light, Map<LightId, Share> shares) {
        var share = shares.get(light.light().id());
        return share != null && share.change().color().isPresent()
                && light.state().effect().filter(effect -> !effect.equals(Effect.OFF)).isPresent();
    }
}
