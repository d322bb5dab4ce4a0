package dev.lamplighter.simulator.bulbs;

import dev.lamplighter.light.Light.Room;
import java.util.Optional;

/** What a device is called and where it hangs. */
final class RoomMessages implements Ability {
    private static final int TEXT = 32;

    @Override
    public Optional<Deed> hear(Packet packet, Type type, Situation now) {
        var light = now.light();
        var payload = packet.payload();
        return switch (type) {
            case GET_LABEL -> Optional.of(Deed.tell(label(light.label())));
            case SET_LABEL -> {
                var to = payload.text(0, TEXT);
                yield Optional.of(Deed.set(it -> it.named(to), label(light.label())));
            }
            case GET_GROUP -> Optional.of(Deed.tell(room(Type.STATE_GROUP, light.group(), now)));
            case GET_LOCATION -> Optional.of(Deed.tell(room(Type.STATE_LOCATION, light.location(), now)));
            case SET_GROUP -> Optional.of(
                    Deed.set(it -> it.in(room(payload)), room(Type.STATE_GROUP, light.group(), now)));
            case SET_LOCATION -> Optional.of(
                    Deed.set(it -> it.at(room(payload)), room(Type.STATE_LOCATION, light.location(), now)));
            default -> Optional.empty();
        };
    }

    private static Message label(String label) {
        return Message.of(Type.STATE_LABEL, state -> state.text(0, TEXT, label));
    }

    private static Message room(Type type, Room room, Situation now) {
        return Message.of(type, state -> state.hex(0, room.id()).text(16, TEXT, room.name()).u64(48,
                Times.nanos(now.memory().roomsSince)));
    }

    private static Room room(Payload payload) {
        return new Room(payload.hex(0, 16), payload.text(16, TEXT));
    }
}
