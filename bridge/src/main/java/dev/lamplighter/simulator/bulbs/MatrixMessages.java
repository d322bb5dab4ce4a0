package dev.lamplighter.simulator.bulbs;

import dev.lamplighter.simulator.Hsbk;
import dev.lamplighter.simulator.SimulatedLight;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The zones of a matrix, 64 in a message, row by row; each matrix is the only one of its chain. */
final class MatrixMessages implements Ability {
    private static final int CELLS = 64;

    /** Some of a picture: from a corner on, as far right as it is wide. */
    private record Rect(int buffer, int x, int y, int width) {
        static Rect read(Payload payload, int at) {
            return new Rect(payload.u8(at), payload.u8(at + 1), payload.u8(at + 2), Math.max(1, payload.u8(at + 3)));
        }

        /** Where the cell lies in the light's zones; empty outside of it. */
        Optional<Integer> zone(int cell, SimulatedLight light) {
            var column = x + cell % width;
            var row = y + cell / width;
            var size = light.model().size();
            return column < size.width() && row < size.height()
                    ? Optional.of(row * size.width() + column)
                    : Optional.empty();
        }
    }

    @Override
    public Optional<Deed> hear(Packet packet, Type type, Situation now) {
        var payload = packet.payload();
        return switch (type) {
            case GET_DEVICE_CHAIN -> Optional.of(Deed.tell(chain(now)));
            case SET_USER_POSITION -> {
                now.memory().userX = payload.f32(3);
                now.memory().userY = payload.f32(7);
                yield Optional.of(Deed.set());
            }
            case GET_64 -> Optional.of(isFirst(payload)
                    ? Deed.tell(cells(Rect.read(payload, 2), now))
                    : Deed.tell());
            case SET_64 -> Optional.of(isFirst(payload) ? paint(payload, now) : Deed.set());
            case COPY_FRAME_BUFFER -> Optional.of(isFirst(payload) ? copy(payload, now) : Deed.set());
            default -> Optional.empty();
        };
    }

    private static boolean isFirst(Payload payload) {
        return payload.u8(0) == 0 && payload.u8(1) > 0;
    }

    private static Message chain(Situation now) {
        var model = now.light().model();
        return Message.of(Type.STATE_DEVICE_CHAIN,
                state -> state.f32(9, now.memory().userX).f32(13, now.memory().userY).u8(17, model.size().width())
                        .u8(18, model.size().height()).u32(20, 1).u32(24, model.number())
                        .u64(32, Times.nanos(model.firmware().built())).u16(48, model.firmware().minor())
                        .u16(50, model.firmware().major()).u8(881, 1));
    }

    private static Message cells(Rect rect, Situation now) {
        var picture = picture(rect.buffer(), now.shown(), now);
        return Message.of(Type.STATE_64, state -> {
            state.u8(1, rect.buffer()).u8(2, rect.x()).u8(3, rect.y()).u8(4, rect.width());
            for (var cell = 0; cell < CELLS; cell++) {
                var at = 5 + cell * Payload.COLOR;
                rect.zone(cell, now.light()).ifPresent(zone -> state.color(at, picture.get(zone)));
            }
            return state;
        });
    }

    private static Deed paint(Payload payload, Situation now) {
        var rect = Rect.read(payload, 2);
        var picture = new ArrayList<>(picture(rect.buffer(), now.light(), now));
        for (var cell = 0; cell < CELLS; cell++) {
            var color = now.light().model().shown(payload.color(10 + cell * Payload.COLOR));
            rect.zone(cell, now.light()).ifPresent(zone -> picture.set(zone, color));
        }
        return shown(rect.buffer(), picture, now, payload, 6);
    }

    private static Deed copy(Payload payload, Situation now) {
        var from = new Rect(payload.u8(2), payload.u8(4), payload.u8(5), Math.max(1, payload.u8(8)));
        var to = new Rect(payload.u8(3), payload.u8(6), payload.u8(7), from.width());
        var source = picture(from.buffer(), now.light(), now);
        var picture = new ArrayList<>(picture(to.buffer(), now.light(), now));
        for (var cell = 0; cell < from.width() * payload.u8(9); cell++) {
            var read = from.zone(cell, now.light());
            var write = to.zone(cell, now.light());
            if (read.isPresent() && write.isPresent()) {
                picture.set(write.get(), source.get(read.get()));
            }
        }
        return shown(to.buffer(), picture, now, payload, 10);
    }

    private static Deed shown(int buffer, List<Hsbk> picture, Situation now, Payload payload, int duration) {
        if (buffer != 0) {
            now.memory().hidden.put(buffer, List.copyOf(picture));
            return Deed.set();
        }
        return Deed.set(light -> Fading.to(light, light.look().withZones(picture), Times.millis(payload, duration),
                now.now()));
    }

    private static List<Hsbk> picture(int buffer, SimulatedLight light, Situation now) {
        var zones = light.look().zones();
        return buffer == 0
                ? zones
                : now.memory().hidden.getOrDefault(buffer,
                        Collections.nCopies(zones.size(), Hsbk.white(Hsbk.WARMEST, 0)));
    }
}
