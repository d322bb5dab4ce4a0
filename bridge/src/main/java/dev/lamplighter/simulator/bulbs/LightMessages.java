package dev.lamplighter.simulator.bulbs;

import dev.lamplighter.light.Power;
import dev.lamplighter.simulator.Hsbk;
import dev.lamplighter.simulator.SimulatedLight;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Colour and power of a light as a whole. */
final class LightMessages implements Ability {
    @Override
    public Optional<Deed> hear(Packet packet, Type type, Situation now) {
        var payload = packet.payload();
        return switch (type) {
            case LIGHT_GET -> Optional.of(Deed.tell(state(now)));
            case SET_COLOR -> {
                var color = payload.color(1);
                yield Optional.of(Deed.set(light -> Fading.to(light, painted(light, _ -> color),
                        Times.millis(payload, 9), now.now()), state(now)));
            }
            case GET_LIGHT_POWER -> Optional.of(Deed.tell(power(now)));
            case SET_LIGHT_POWER -> Optional.of(Deed.set(
                    light -> Fading.power(light, payload.u16(0) == 0 ? Power.OFF : Power.ON, Times.millis(payload, 2),
                            now.now()),
                    power(now)));
            default -> Optional.empty();
        };
    }

    /** All of the light in another colour, each zone made of its own. */
    static SimulatedLight.Look painted(SimulatedLight light, UnaryOperator<Hsbk> how) {
        var look = light.look();
        return look.withColorAlone(light.model().shown(how.apply(look.color())))
                .withZones(look.zones().stream().map(zone -> light.model().shown(how.apply(zone))).toList());
    }

    static Message state(Situation now) {
        var light = now.shown();
        return Message.of(Type.LIGHT_STATE, state -> state.color(0, light.look().color())
                .u16(10, DeviceMessages.level(now)).text(12, 32, light.label()));
    }

    private static Message power(Situation now) {
        return Message.of(Type.STATE_LIGHT_POWER, state -> state.u16(0, DeviceMessages.level(now)));
    }
}
