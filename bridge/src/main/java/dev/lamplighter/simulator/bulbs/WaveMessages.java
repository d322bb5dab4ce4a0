package dev.lamplighter.simulator.bulbs;

import dev.lamplighter.simulator.Hsbk;
import dev.lamplighter.simulator.SimulatedLight;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Waveforms. One that leaves its colour is a transition to it, for the time that all its cycles take (a pulse's is there at once); one after
 * which the old colour comes back is over at once here, as with the simulated cloud.
 */
final class WaveMessages implements Ability {
    private static final int SINE = 1;
    private static final int TRIANGLE = 3;
    private static final int PULSE = 4;
    private static final double LONGEST_MILLIS = 1e12;

    @Override
    public Optional<Deed> hear(Packet packet, Type type, Situation now) {
        return switch (type) {
            case SET_WAVEFORM -> Optional.of(wave(packet.payload(), _ -> packet.payload().color(2), now));
            case SET_WAVEFORM_OPTIONAL -> Optional.of(wave(packet.payload(), some(packet.payload()), now));
            default -> Optional.empty();
        };
    }

    private static Deed wave(Payload payload, UnaryOperator<Hsbk> color, Situation now) {
        var shape = payload.u8(20);
        if (payload.flag(1) || shape == SINE || shape == TRIANGLE) {
            return Deed.set(LightMessages.state(now));
        }
        var over = shape == PULSE ? Duration.ZERO : length(payload);
        return Deed.set(light -> toward(light, color, over, now), LightMessages.state(now));
    }

    private static SimulatedLight toward(SimulatedLight light, UnaryOperator<Hsbk> color, Duration over,
            Situation now) {
        return Fading.to(light, LightMessages.painted(light, color), over, now.now());
    }

    /** Those channels of the colour that are to be set. */
    private static UnaryOperator<Hsbk> some(Payload payload) {
        var to = payload.color(2);
        return from -> new Hsbk(payload.flag(21) ? to.hue() : from.hue(),
                payload.flag(22) ? to.saturation() : from.saturation(),
                payload.flag(23) ? to.brightness() : from.brightness(),
                payload.flag(24) ? to.kelvin() : from.kelvin());
    }

    private static Duration length(Payload payload) {
        var millis = payload.u32(10) * (double) payload.f32(14);
        return Duration.ofMillis((long) Math.clamp(millis, 0, LONGEST_MILLIS));
    }
}
