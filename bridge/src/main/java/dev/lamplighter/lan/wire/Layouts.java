package dev.lamplighter.lan.wire;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Every message's layout, by its number and by its kind. */
final class Layouts {
    private static final Map<Integer, Layout<?>> BY_TYPE = new HashMap<>();
    private static final Map<Class<?>, Layout<?>> BY_KIND = new HashMap<>();
    private static final Map<Bare, Layout<Bare>> BARE = new HashMap<>();

    static {
        for (var bare : Bare.values()) {
            BARE.put(bare, new Layout<>(bare.type(), 0, Bare.class, _ -> bare, (_, _) -> {}));
        }
        Stream.of(DeviceLayouts.ALL, LightLayouts.ALL, StripLayouts.ALL, MatrixLayouts.ALL, SwitchLayouts.ALL)
                .flatMap(List::stream).forEach(layout -> BY_KIND.put(layout.kind(), layout));
        Stream.concat(BARE.values().stream(), BY_KIND.values().stream())
                .forEach(layout -> BY_TYPE.put(layout.type(), layout));
    }

    private Layouts() {}

    static Optional<Layout<?>> of(int type) {
        return Optional.ofNullable(BY_TYPE.get(type));
    }

    static Layout<?> of(Message message) {
        return switch (message) {
            case Bare bare -> Objects.requireNonNull(BARE.get(bare));
            case Message.Unknown(var type) ->
                throw new IllegalArgumentException("nobody knows messages of type " + type);
            case DeviceMessage _,LightMessage _,StripMessage _,MatrixMessage _,SwitchMessage _ ->
                Objects.requireNonNull(BY_KIND.get(message.getClass()));
        };
    }
}
