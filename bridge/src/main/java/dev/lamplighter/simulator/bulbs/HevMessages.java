package dev.lamplighter.simulator.bulbs;

import dev.lamplighter.light.Power;
import dev.lamplighter.simulator.Course;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Disinfection. A cycle that is told no length takes the configured one. */
final class HevMessages implements Ability {
    private static final int SUCCESS = 0;
    private static final int BY_LAN = 4;
    private static final int NONE = 255;

    @Override
    public Optional<Deed> hear(Packet packet, Type type, Situation now) {
        return switch (type) {
            case GET_HEV_CYCLE -> Optional.of(Deed.tell(cycle(now)));
            case SET_HEV_CYCLE -> Optional.of(clean(packet.payload(), now));
            case GET_HEV_CYCLE_CONFIGURATION -> Optional.of(Deed.tell(configuration(now)));
            case SET_HEV_CYCLE_CONFIGURATION -> Optional.of(configure(packet.payload(), now));
            case GET_LAST_HEV_CYCLE_RESULT -> Optional.of(Deed.tell(result(now)));
            default -> Optional.empty();
        };
    }

    private static Deed clean(Payload payload, Situation now) {
        var before = cycle(now);
        var memory = now.memory();
        var starts = payload.flag(0);
        var length = payload.u32(1) == 0 ? memory.cleaning : Duration.ofSeconds(payload.u32(1));
        var cleaning = Optional.of(new Course.Cleaning(now.now(), now.now().plus(length))).filter(_ -> starts);
        memory.interrupted = !starts && now.shown().course().cleaning().isPresent();
        memory.cleanedUntil = cleaning.map(Course.Cleaning::end);
        memory.lastPower = starts ? now.shown().look().power() == Power.ON : memory.lastPower;
        return Deed.set(light -> light.with(light.course().withCleaning(cleaning)), before);
    }

    private static Message cycle(Situation now) {
        var cleaning = now.shown().course().cleaning();
        return Message.of(Type.STATE_HEV_CYCLE, state -> cleaning
                .map(it -> state.u32(0, seconds(it.start(), it.end())).u32(4, seconds(now.now(), it.end())))
                .orElse(state).flag(8, now.memory().lastPower));
    }

    private static long seconds(Instant from, Instant to) {
        return Duration.between(from, to).plusMillis(999).toSeconds();
    }

    private static Deed configure(Payload payload, Situation now) {
        var before = configuration(now);
        now.memory().indication = payload.flag(0);
        now.memory().cleaning = Duration.ofSeconds(payload.u32(1));
        return Deed.set(before);
    }

    private static Message configuration(Situation now) {
        return Message.of(Type.STATE_HEV_CYCLE_CONFIGURATION,
                state -> state.flag(0, now.memory().indication).u32(1, now.memory().cleaning.toSeconds()));
    }

    private static Message result(Situation now) {
        var memory = now.memory();
        var done = memory.cleanedUntil.filter(it -> !it.isAfter(now.now())).isPresent();
        var rest = memory.interrupted ? BY_LAN : NONE;
        return Message.of(Type.STATE_LAST_HEV_CYCLE_RESULT, state -> state.u8(0, done ? SUCCESS : rest));
    }
}
