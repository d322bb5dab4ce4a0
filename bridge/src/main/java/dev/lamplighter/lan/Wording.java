package dev.lamplighter.lan;

import dev.lamplighter.lan.wire.Hsbk;
import dev.lamplighter.lan.wire.LightMessage.SetColor;
import dev.lamplighter.lan.wire.LightMessage.SetInfrared;
import dev.lamplighter.lan.wire.LightMessage.SetLightPower;
import dev.lamplighter.lan.wire.LightMessage.SetWaveformOptional;
import dev.lamplighter.lan.wire.LightMessage.Waveform;
import dev.lamplighter.lan.wire.Message;
import dev.lamplighter.lan.wire.SwitchMessage.SetRelayPower;
import dev.lamplighter.light.Color;
import dev.lamplighter.light.LightCommand.Change;
import dev.lamplighter.light.Power;
import dev.lamplighter.light.Zones;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is wished of a light, in messages: stages that follow each other, each taken by the light before the next leaves, so that it never shows
 * an old colour in between.
 */
final class Wording {
    private static final Hsbk DARK = new Hsbk(0, 0, 0, Color.NEUTRAL);

    private Wording() {}

    /**
     * A light as far as it is known.
     *
     * @param color the last that it told of; none where it never did
     * @param relays those that it switches
     */
    record Subject(Model model, boolean lit, Optional<Hsbk> color, List<Hsbk> zones, Set<Integer> relays) {}

    /** Whether the light has told enough of itself: which relays it has, and what zones show of which some are to change. */
    static boolean isSayable(Subject light, Optional<Zones> zones) {
        return light.model.relays() ? !light.relays.isEmpty() : zones.isEmpty() || !light.zones.isEmpty();
    }

    static List<List<Message>> stages(Subject light, Optional<Zones> zones, Change change) {
        if (light.model.relays()) {
            return change.power().map(power -> List.of(relays(light, power))).orElse(List.of());
        }
        // What comes on has its colour before; what goes off fades as it is.
        var comesOn = change.power().equals(Optional.of(Power.ON)) && !light.lit;
        var colors = colors(light, zones, change, comesOn ? 0 : Units.millis(change.fade().time()));
        var power = change.power().map(to -> List.<Message>of(
                new SetLightPower(Units.power(to), Units.millis(change.fade().time()))));
        var stages = new ArrayList<List<Message>>();
        if (change.power().equals(Optional.of(Power.OFF))) {
            power.ifPresent(stages::add);
            stages.addAll(colors);
        } else {
            stages.addAll(colors);
            power.ifPresent(stages::add);
        }
        change.infrared().filter(_ -> light.model.product().infrared())
                .ifPresent(level -> stages.add(List.of(new SetInfrared(Units.fraction(level.fraction())))));
        return stages;
    }

    private static List<Message> relays(Subject light, Power power) {
        return light.relays.stream().<Message>map(relay -> new SetRelayPower(relay, Units.power(power))).toList();
    }

    private static List<List<Message>> colors(Subject light, Optional<Zones> zones, Change change, long fade) {
        if (change.level().isEmpty() && change.color().isEmpty()) {
            return List.of();
        }
        var whole = change.level().isPresent() && change.color().isPresent();
        if (zones.isPresent() || (!whole && isMotley(light.zones))) {
            return Strips.stages(light, zones, change, fade);
        }
        var target = Units.changed(light.color.orElse(DARK), change);
        return List.of(List.of(whole ? new SetColor(target, fade) : some(target, change, fade)));
    }

    private static boolean isMotley(List<Hsbk> zones) {
        return zones.stream().distinct().limit(2).count() > 1;
    }

    /** Leaves the rest to the light, which knows it better. */
    private static Message some(Hsbk target, Change change, long fade) {
        return some(new Waveform(false, target, fade, 1, 0, Waveform.SAW), change);
    }

    /** A wave of that part of the colour that {@code change} speaks of. */
    static SetWaveformOptional some(Waveform wave, Change change) {
        var isHue = change.color().orElse(null) instanceof Color.Hue;
        return new SetWaveformOptional(wave, isHue, change.color().isPresent(), change.level().isPresent(),
                change.color().isPresent() && !isHue);
    }
}
