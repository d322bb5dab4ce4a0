package dev.lamplighter.simulator.bulbs;

import java.util.Optional;

/** The infrared of a light that has it. */
final class InfraredMessages implements Ability {
    @Override
    public Optional<Deed> hear(Packet packet, Type type, Situation now) {
        return switch (type) {
            case GET_INFRARED -> Optional.of(Deed.tell(state(now)));
            case SET_INFRARED -> {
                var most = packet.payload().u16(0);
                yield Optional.of(Deed.set(light -> Fading.infrared(light, most), state(now)));
            }
            default -> Optional.empty();
        };
    }

    private static Message state(Situation now) {
        return Message.of(Type.STATE_INFRARED, state -> state.u16(0, now.light().look().infrared()));
    }
}
