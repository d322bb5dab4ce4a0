package dev.lamplighter.simulator.bulbs;

import dev.lamplighter.simulator.Hsbk;
import dev.lamplighter.simulator.SimulatedLight;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The zones of a strip, eight in a message; with newer firmware also 82. */
final class ZoneMessages implements Ability {
    private static final int OLD = 8;
    private static final int NEW = 82;
    private static final int STORE_ONLY = 0;
    private static final int APPLY_STORED = 2;

    @Override
    public Optional<Deed> hear(Packet packet, Type type, Situation now) {
        var payload = packet.payload();
        return switch (type) {
            case GET_COLOR_ZONES -> Optional.of(Deed.tell(some(now, payload.u8(0), payload.u8(1))));
            case SET_COLOR_ZONES -> Optional.of(set(now, apply(now, span(payload), payload.u8(14)),
                    Times.millis(payload, 10), some(now, payload.u8(0), payload.u8(1))));
            case GET_EXTENDED_COLOR_ZONES -> Optional.of(all(now)).filter(_ -> isExtended(now)).map(Deed::tell);
            case SET_EXTENDED_COLOR_ZONES -> isExtended(now)
                    ? Optional.of(set(now, apply(now, array(payload), payload.u8(4)), Times.millis(payload, 0),
                            all(now)))
                    : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static boolean isExtended(Situation now) {
        return now.light().model().extended();
    }

    private static Deed set(Situation now, Map<Integer, Hsbk> zones, Duration over, List<Message> before) {
        return new Deed(light -> zones.isEmpty() ? light : painted(light, zones, over, now), before, false);
    }

    private static SimulatedLight painted(SimulatedLight light, Map<Integer, Hsbk> zones, Duration over,
            Situation now) {
        var painted = new ArrayList<>(light.look().zones());
        zones.forEach((zone, color) -> {
            if (zone < painted.size()) {
                painted.set(zone, light.model().shown(color));
            }
        });
        return Fading.to(light, light.look().withZones(painted), over, now.now());
    }

    /** What is to be shown now: later ones win over those that waited. */
    private static Map<Integer, Hsbk> apply(Situation now, Map<Integer, Hsbk> sent, int how) {
        var waiting = now.memory().waiting;
        if (how != APPLY_STORED) {
            waiting.putAll(sent);
        }
        if (how == STORE_ONLY) {
            return Map.of();
        }
        var shown = new TreeMap<>(waiting);
        waiting.clear();
        return shown;
    }

    private static Map<Integer, Hsbk> span(Payload payload) {
        var zones = new TreeMap<Integer, Hsbk>();
        for (var zone = payload.u8(0); zone <= payload.u8(1); zone++) {
            zones.put(zone, payload.color(2));
        }
        return zones;
    }

    private static Map<Integer, Hsbk> array(Payload payload) {
        var zones = new TreeMap<Integer, Hsbk>();
        for (var index = 0; index < Math.min(payload.u8(7), NEW); index++) {
            zones.put(payload.u16(5) + index, payload.color(8 + index * Payload.COLOR));
        }
        return zones;
    }

    private static List<Message> some(Situation now, int first, int last) {
        var zones = now.shown().look().zones();
        if (first == last && first < zones.size()) {
            return List.of(Message.of(Type.STATE_ZONE,
                    state -> state.u8(0, zones.size()).u8(1, first).color(2, zones.get(first))));
        }
        var states = new ArrayList<Message>();
        for (var from = first; from <= Math.min(last, zones.size() - 1); from += OLD) {
            var start = from;
            states.add(Message.of(Type.STATE_MULTI_ZONE,
                    state -> colors(state.u8(0, zones.size()).u8(1, start), 2, zones, start, OLD)));
        }
        return states;
    }

    private static List<Message> all(Situation now) {
        var zones = now.shown().look().zones();
        var states = new ArrayList<Message>();
        for (var from = 0; from < zones.size(); from += NEW) {
            var start = from;
            states.add(Message.of(Type.STATE_EXTENDED_COLOR_ZONES,
                    state -> colors(state.u16(0, zones.size()).u16(2, start).u8(4, Math.min(NEW, zones.size() - start)),
                            5, zones, start, NEW)));
        }
        return states;
    }

    private static Payload colors(Payload state, int at, List<Hsbk> zones, int start, int most) {
        for (var index = 0; index < most && start + index < zones.size(); index++) {
            state.color(at + index * Payload.COLOR, zones.get(start + index));
        }
        return state;
    }
}
