package dev.lamplighter.simulator.bulbs;

import dev.lamplighter.light.Power;
import java.util.Optional;

/** The relays of a switch; power of the device is that of all of them, and to what is for lights it says that it is none. */
final class RelayMessages implements Ability {
    private static final int FIRST_FOR_LIGHTS = 101;
    private static final int MOST = 65_535;

    @Override
    public Optional<Deed> hear(Packet packet, Type type, Situation now) {
        var payload = packet.payload();
        var relays = now.memory().relays;
        return switch (type) {
            case GET_R_POWER -> known(payload, now).map(Deed::tell);
            case SET_R_POWER -> known(payload, now).map(before -> {
                relays.set(payload.u8(0), payload.u16(1) != 0);
                return powered(now, before);
            });
            case SET_POWER -> {
                relays.replaceAll(_ -> payload.u16(0) != 0);
                yield Optional.of(powered(now, DeviceMessages.power(now)));
            }
            default -> packet.number() < FIRST_FOR_LIGHTS
                    ? Optional.empty()
                    : Optional.of(unhandled(packet));
        };
    }

    static Deed unhandled(Packet packet) {
        return Deed.tell(Message.of(Type.STATE_UNHANDLED, state -> state.u16(0, packet.number())));
    }

    private static Deed powered(Situation now, Message before) {
        var power = now.memory().relays.contains(true) ? Power.ON : Power.OFF;
        return Deed.set(light -> light.with(light.look().with(power)), before);
    }

    private static Optional<Message> known(Payload payload, Situation now) {
        var relay = payload.u8(0);
        return relay < now.memory().relays.size()
                ? Optional.of(Message.of(Type.STATE_R_POWER,
                        state -> state.u8(0, relay).u16(1, now.memory().relays.get(relay) ? MOST : 0)))
                : Optional.empty();
    }
}
