package dev.lamplighter.lan;

import dev.lamplighter.lan.wire.Hsbk;
import dev.lamplighter.lan.wire.LightMessage.LightState;
import dev.lamplighter.lan.wire.Message;
import dev.lamplighter.lan.wire.StripMessage.StateExtendedColorZones;
import dev.lamplighter.lan.wire.StripMessage.StateMultiZone;
import dev.lamplighter.lan.wire.StripMessage.StateZone;
import dev.lamplighter.lan.wire.SwitchMessage.StateRelayPower;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.UnaryOperator;

/** What a device has said last, by kind of message. Safe for many threads. */
final class Facts {
    private final Map<Class<?>, Message> said = new ConcurrentHashMap<>();
    private volatile List<Hsbk> zones = List.of();
    private final Map<Integer, Boolean> relays = new ConcurrentSkipListMap<>();

    void take(Collection<Message> messages) {
        messages.forEach(message -> said.put(message.getClass(), message));
        var told = zones(messages);
        zones = told.isEmpty() ? zones : told;
        messages.stream().filter(StateRelayPower.class::isInstance).map(StateRelayPower.class::cast)
                .forEach(relay -> relays.put(relay.relay(), relay.level() != 0));
    }

    <T extends Message> Optional<T> find(Class<T> kind) {
        return Optional.ofNullable(said.get(kind)).map(kind::cast);
    }

    boolean has(Class<? extends Message> kind) {
        return said.containsKey(kind);
    }

    /** From the first on; empty for what has none. */
    List<Hsbk> zones() {
        return zones;
    }

    /** Whether each relay is on. */
    Map<Integer, Boolean> relays() {
        return relays;
    }

    /** It was told to look so, and took it. */
    void became(UnaryOperator<LightState> look, UnaryOperator<List<Hsbk>> strip) {
        said.computeIfPresent(LightState.class, (_, message) -> look.apply((LightState) message));
        zones = List.copyOf(strip.apply(zones));
    }

    void switched(boolean on) {
        relays.replaceAll((_, _) -> on);
    }

    /** Whether {@code messages} tell of every zone. */
    static boolean isWhole(Collection<Message> messages) {
        return !zones(messages).isEmpty();
    }

    private static List<Hsbk> zones(Collection<Message> messages) {
        var colors = new TreeMap<Integer, Hsbk>();
        var count = 0;
        for (var message : messages) {
            switch (message) {
                case StateZone(var all, var index, var color) -> {
                    count = all;
                    colors.put(index, color);
                }
                case StateMultiZone(var all, var index, var some) -> {
                    count = all;
                    put(colors, index, some);
                }
                case StateExtendedColorZones(var all, var index, var some) -> {
                    count = all;
                    put(colors, index, some);
                }
                case Message _ -> {
                    // Of something else.
                }
            }
        }
        // The last colours of a message may be beyond the last zone.
        var inside = new ArrayList<>(colors.headMap(count).values());
        return inside.size() == count ? inside : List.of();
    }

    private static void put(Map<Integer, Hsbk> colors, int index, List<Hsbk> some) {
        for (var offset = 0; offset < some.size(); offset++) {
            colors.put(index + offset, some.get(offset));
        }
    }
}
