package dev.lamplighter.lan;

import dev.lamplighter.lan.Wording.Subject;
import dev.lamplighter.lan.wire.Hsbk;
import dev.lamplighter.lan.wire.LightMessage.SetColor;
import dev.lamplighter.lan.wire.LightMessage.SetHevCycle;
import dev.lamplighter.lan.wire.LightMessage.SetLightPower;
import dev.lamplighter.lan.wire.LightMessage.Waveform;
import dev.lamplighter.lan.wire.MatrixMessage.SetTileEffect;
import dev.lamplighter.lan.wire.MatrixMessage.Sky;
import dev.lamplighter.lan.wire.MatrixMessage.TileEffect;
import dev.lamplighter.lan.wire.Message;
import dev.lamplighter.lan.wire.StripMessage.SetMultiZoneEffect;
import dev.lamplighter.lan.wire.StripMessage.StripEffect;
import dev.lamplighter.light.Action;
import dev.lamplighter.light.Effect;
import dev.lamplighter.light.LightCommand.Change;
import dev.lamplighter.light.Power;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What lights do once, in messages. */
final class Deeds {
    /** LIFX's own palette has seven colours, too. */
    private static final int[] PALETTE = {0, 36, 60, 120, 180, 250, 300};
    private static final int MIDDLING_WHITE = 3_500;
    private static final Hsbk DARK = new Hsbk(0, 0, 0, MIDDLING_WHITE);
    private static final int LEAST_CLOUDS = 50;
    private static final int MOST_CLOUDS = 180;
    private static final double SKEWS = 65_535;
    private static final double MIDDLE = 32_768;

    private Deeds() {}

    /**
     * @param stages as in {@link Wording}
     * @param again whether these messages may be sent again without being done again
     * @param lasts after which {@code then} is sent, unless something newer is wished by then
     */
    record Deed(List<List<Message>> stages, boolean again, Duration lasts, List<Message> then) {
        static Deed of(List<List<Message>> stages) {
            return new Deed(stages, true, Duration.ZERO, List.of());
        }
    }

    /** @param instance a number for this effect, another for each */
    static Deed of(Action action, Subject light, long instance) {
        return switch (action) {
            case Effect.Breathe wave -> wave(light, wave.from(), wave.color(),
                    new Waveform(true, DARK, Units.millis(wave.period()), (float) wave.cycles(), skew(wave.peak()),
                            Waveform.SINE),
                    wave.persist(), wave.powerOn());
            case Effect.Pulse wave -> wave(light, wave.from(), wave.color(),
                    new Waveform(true, DARK, Units.millis(wave.period()), (float) wave.cycles(), 0,
                            Waveform.PULSE),
                    wave.persist(), wave.powerOn());
            case Effect.Move(var backward, var period, var cycles, var powerOn) ->
                lit(powerOn, new SetMultiZoneEffect(new StripEffect(instance, StripEffect.MOVE,
                        Units.millis(period), Units.nanos(cycles.orElse(0.0) * period), backward ? 0 : 1)));
            case Effect.Morph(var period, var duration, var palette, var powerOn) ->
                lit(powerOn, tile(instance, TileEffect.MORPH, period, duration, Sky.NONE, palette(palette)));
            case Effect.Flame(var period, var duration, var powerOn) ->
                lit(powerOn, tile(instance, TileEffect.FLAME, period, duration, Sky.NONE, List.of()));
            case Effect.Sky(var kind, var duration, var powerOn) ->
                lit(powerOn, tile(instance, TileEffect.SKY, 50, duration, sky(kind), List.of()));
            case Effect.Off(var powerOff) -> off(light, powerOff, instance);
            case Action.Clean(var stop, var seconds) ->
                Deed.of(List.of(List.of(new SetHevCycle(!stop, seconds.orElse(0)))));
            case Action.Cycle _,Action.Activate _ -> throw new IllegalArgumentException("only the cloud can do this");
        };
    }

    /** The wave itself goes back to where it began; what is to stay is told afterwards. */
    private static Deed wave(Subject light, Change from, Change color, Waveform shape, boolean persist,
            boolean powerOn) {
        var stages = new ArrayList<List<Message>>();
        var before = light.color().orElse(DARK);
        if (!from.isNone()) {
            stages.add(List.of(new SetColor(Units.changed(before, from), 0)));
        }
        if (powerOn) {
            stages.add(List.of(new SetLightPower(Units.FULL, 0)));
        }
        var peak = Units.changed(Units.changed(before, from), color);
        var wave = new Waveform(true, peak, shape.period(), shape.cycles(), shape.skew(), shape.shape());
        stages.add(List.of(Wording.some(wave, color)));
        var then = persist
                ? List.<Message>of(new SetColor(peak, 0))
                : from.isNone() ? List.<Message>of() : List.<Message>of(new SetColor(before, 0));
        return new Deed(stages, false, Duration.ofMillis((long) (shape.period() * (double) shape.cycles())), then);
    }

    private static int skew(double peak) {
        return Math.clamp(Math.round(SKEWS * peak - MIDDLE), -32_768, 32_767);
    }

    private static Deed lit(boolean powerOn, Message effect) {
        return Deed.of(powerOn
                ? List.of(List.of(effect), List.of(new SetLightPower(Units.FULL, 0)))
                : List.of(List.of(effect)));
    }

    private static SetTileEffect tile(long instance, int type, double period, Optional<Double> duration, Sky sky,
            List<Hsbk> palette) {
        return new SetTileEffect(new TileEffect(instance, type, Units.millis(period),
                Units.nanos(duration.orElse(0.0)), sky, palette));
    }

    private static List<Hsbk> palette(List<Change> palette) {
        return palette.isEmpty()
                ? IntStream.of(PALETTE).mapToObj(hue -> new Hsbk(Units.hue(hue), Units.FULL, Units.FULL,
                        MIDDLING_WHITE)).toList()
                : palette.stream().map(color -> Units.changed(new Hsbk(0, 0, Units.FULL, MIDDLING_WHITE), color))
                        .toList();
    }

    private static Sky sky(Effect.Sky.Kind kind) {
        return switch (kind) {
            case SUNRISE -> new Sky(Sky.SUNRISE, 0, 0);
            case SUNSET -> new Sky(Sky.SUNSET, 0, 0);
            case CLOUDS -> new Sky(Sky.CLOUDS, LEAST_CLOUDS, MOST_CLOUDS);
        };
    }

    static String word(Sky sky) {
        return switch (sky.type()) {
            case Sky.SUNRISE -> "sunrise";
            case Sky.SUNSET -> "sunset";
            default -> "clouds";
        };
    }

    private static Deed off(Subject light, boolean powerOff, long instance) {
        var stages = new ArrayList<List<Message>>();
        if (light.model().product().multizone()) {
            stages.add(List.of(new SetMultiZoneEffect(new StripEffect(instance, StripEffect.OFF, 0, 0, 0))));
        } else if (light.model().product().matrix()) {
            stages.add(List.of(tile(instance, TileEffect.OFF, 0, Optional.empty(), Sky.NONE, List.of())));
        } else {
            // The next colour ends a wave: the one it began with.
            light.color().ifPresent(color -> stages.add(List.of(new SetColor(color, 0))));
        }
        if (powerOff) {
            stages.add(List.of(new SetLightPower(Units.power(Power.OFF), 0)));
        }
        return Deed.of(stages);
    }
}
