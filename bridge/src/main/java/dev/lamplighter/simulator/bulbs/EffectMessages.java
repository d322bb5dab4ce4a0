package dev.lamplighter.simulator.bulbs;

import dev.lamplighter.simulator.ColorString;
import dev.lamplighter.simulator.Hsbk;
import dev.lamplighter.simulator.RunningEffect;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Effects that the firmware runs: moving zones on strips, the others on matrices. */
final class EffectMessages implements Ability {
    private static final int MOVE = 1;
    private static final int MORPH = 2;
    private static final int FLAME = 3;
    private static final int SKY = 5;
    private static final List<String> SKIES = List.of("SUNRISE", "SUNSET", "CLOUDS");
    private static final int FOREVER = 0;
    private static final int PALETTE = 16;

    @Override
    public Optional<Deed> hear(Packet packet, Type type, Situation now) {
        return switch (type) {
            case GET_MULTI_ZONE_EFFECT -> ofZones(now).map(Deed::tell);
            case SET_MULTI_ZONE_EFFECT -> ofZones(now)
                    .map(before -> start(zoneEffect(packet.payload(), now.now()), packet.payload().u32(0), before,
                            now));
            case GET_TILE_EFFECT -> ofTiles(now).map(Deed::tell);
            case SET_TILE_EFFECT -> ofTiles(now)
                    .map(before -> start(tileEffect(packet.payload(), now.now()), packet.payload().u32(2), before,
                            now));
            default -> Optional.empty();
        };
    }

    private static Deed start(Optional<RunningEffect> effect, long instance, Message before, Situation now) {
        now.memory().effect = instance;
        return Deed.set(light -> light.with(light.look().withEffect(effect)).with(light.course()), before);
    }

    private static Optional<RunningEffect> zoneEffect(Payload payload, Instant now) {
        return payload.u8(4) == MOVE
                ? Optional.of(new RunningEffect("MOVE", Times.millis(payload, 7),
                        Optional.of(payload.u32(31) == 0 ? "backward" : "forward"), List.of(), now,
                        end(payload.u64(11), now)))
                : Optional.empty();
    }

    private static Optional<RunningEffect> tileEffect(Payload payload, Instant now) {
        var name = switch (payload.u8(6)) {
            case MORPH -> Optional.of("MORPH");
            case FLAME -> Optional.of("FLAME");
            case SKY -> SKIES.stream().skip(payload.u8(27)).findFirst();
            default -> Optional.<String>empty();
        };
        return name.map(it -> new RunningEffect(it, Times.millis(payload, 7), Optional.empty(), palette(payload), now,
                end(payload.u64(11), now)));
    }

    private static Optional<Instant> end(long nanos, Instant now) {
        return nanos <= FOREVER ? Optional.empty() : Optional.of(now.plusNanos(nanos));
    }

    private static List<String> palette(Payload payload) {
        var palette = new ArrayList<String>();
        for (var index = 0; index < Math.min(PALETTE, payload.u8(59)); index++) {
            palette.add(text(payload.color(60 + index * Payload.COLOR)));
        }
        return palette;
    }

    private static String text(Hsbk color) {
        // A temperature takes the saturation away, so it comes first.
        return String.format(Locale.ROOT, "kelvin:%d hue:%.9f saturation:%.9f brightness:%.9f", color.kelvin(),
                color.degrees(), color.saturated(), color.bright());
    }

    private static Optional<Message> ofZones(Situation now) {
        if (!now.light().model().product().multizone()) {
            return Optional.empty();
        }
        var running = now.shown().look().running();
        return Optional.of(Message.of(Type.STATE_MULTI_ZONE_EFFECT, state -> running.map(it -> state.u8(4, MOVE)
                .u32(7, it.period().toMillis()).u64(11, left(it, now.now()))
                .u32(31, it.direction().filter("forward"::equals).isPresent() ? 1 : 0)).orElse(state)
                .u32(0, now.memory().effect)));
    }

    private static Optional<Message> ofTiles(Situation now) {
        if (!now.light().model().product().matrix()) {
            return Optional.empty();
        }
        var running = now.shown().look().running();
        return Optional.of(Message.of(Type.STATE_TILE_EFFECT,
                state -> running.map(it -> tiles(state, it, now.now())).orElse(state).u32(1, now.memory().effect)));
    }

    private static Payload tiles(Payload state, RunningEffect effect, Instant now) {
        var number = switch (effect.name()) {
            case "MORPH" -> MORPH;
            case "FLAME" -> FLAME;
            default -> SKY;
        };
        state.u8(5, number).u32(6, effect.period().toMillis()).u64(10, left(effect, now))
                .u8(26, Math.max(0, SKIES.indexOf(effect.name())))
                .u8(58, Math.min(PALETTE, effect.palette().size()));
        for (var index = 0; index < Math.min(PALETTE, effect.palette().size()); index++) {
            state.color(59 + index * Payload.COLOR, color(effect.palette().get(index)));
        }
        return state;
    }

    private static long left(RunningEffect effect, Instant now) {
        return effect.end().map(end -> Duration.between(now, end).toNanos()).orElse((long) FOREVER);
    }

    private static Hsbk color(String text) {
        return ColorString.parse(text, () -> 0L).map(it -> it.on(Hsbk.white(3500, 1)))
                .orElse(Hsbk.white(3500, 1));
    }
}
