package dev.lamplighter.simulator.bulbs;

import dev.lamplighter.light.Power;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What every device understands: where it is reached, what it is, how it fares. */
final class DeviceMessages implements Ability {
    private static final int UDP = 1;
    /** Real ones name a second service that nobody knows the use of. */
    private static final int RESERVED = 5;
    private static final int LIFX = 1;
    /** About -55 dBm. */
    private static final float SIGNAL = 3.2e-6f;

    @Override
    public Optional<Deed> hear(Packet packet, Type type, Situation now) {
        return switch (type) {
            case GET_SERVICE -> Optional.of(Deed.tell(service(UDP, now), service(RESERVED, now)));
            case GET_HOST_FIRMWARE -> Optional.of(Deed.tell(firmware(Type.STATE_HOST_FIRMWARE, now)));
            case GET_WIFI_FIRMWARE -> Optional.of(Deed.tell(firmware(Type.STATE_WIFI_FIRMWARE, now)));
            case GET_WIFI_INFO ->
                Optional.of(Deed.tell(Message.of(Type.STATE_WIFI_INFO, state -> state.f32(0, SIGNAL))));
            case GET_VERSION -> Optional.of(Deed.tell(Message.of(Type.STATE_VERSION,
                    state -> state.u32(0, LIFX).u32(4, now.light().model().number()))));
            case GET_INFO -> Optional.of(Deed.tell(info(now)));
            case ECHO_REQUEST -> Optional.of(Deed.tell(new Message(Type.ECHO_RESPONSE,
                    Message.of(Type.ECHO_RESPONSE).payload().hex(0, packet.payload().hex(0, 64)))));
            case SET_REBOOT -> Optional.of(Deed.set(UnaryOperator.identity()));
            case GET_POWER -> Optional.of(Deed.tell(power(now)));
            case SET_POWER -> Optional.of(Deed.set(
                    light -> Fading.power(light, packet.payload().u16(0) == 0 ? Power.OFF : Power.ON, Duration.ZERO,
                            now.now()),
                    power(now)));
            default -> Optional.empty();
        };
    }

    private static Message service(int service, Situation now) {
        return Message.of(Type.STATE_SERVICE, state -> state.u8(0, service).u32(1, now.port()));
    }

    private static Message firmware(Type type, Situation now) {
        var firmware = now.light().model().firmware();
        return Message.of(type, state -> state.u64(0, Times.nanos(firmware.built())).u16(16, firmware.minor()).u16(18,
                firmware.major()));
    }

    private static Message info(Situation now) {
        var up = Duration.between(now.memory().start, now.now()).toNanos();
        return Message.of(Type.STATE_INFO, state -> state.u64(0, Times.nanos(now.now())).u64(8, up));
    }

    static Message power(Situation now) {
        return Message.of(Type.STATE_POWER, state -> state.u16(0, level(now)));
    }

    static int level(Situation now) {
        return now.shown().look().power() == Power.ON ? 65_535 : 0;
    }
}
