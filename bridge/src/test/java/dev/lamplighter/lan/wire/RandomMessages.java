package dev.lamplighter.lan.wire;

import dev.lamplighter.light.Seeded;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.ParameterizedType;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Messages of every kind with random values that fit where they stand. */
record RandomMessages(Seeded seeded) {
    /** Every kind of message that can be written. */
    static List<Class<?>> kinds() {
        return leaves(Message.class).filter(kind -> kind != Message.Unknown.class).toList();
    }

    private static Stream<Class<?>> leaves(Class<?> kind) {
        return kind.isSealed() && kind.isInterface()
                ? Stream.of(kind.getPermittedSubclasses()).flatMap(RandomMessages::leaves)
                : Stream.of(kind);
    }

    Header header() {
        return new Header(random().nextLong(1L << 32), seeded.id(), random().nextBoolean(), random().nextBoolean(),
                random().nextInt(256));
    }

    Message of(Class<?> kind) {
        return (Message) value(kind, kind, "");
    }

    private RandomGenerator random() {
        return seeded.random();
    }

    private Object value(Class<?> type, Class<?> of, String name) {
        return switch (type.getSimpleName()) {
            case "int" -> number(of, name);
            case "long" -> wide(name) ? random().nextLong() : random().nextLong(1L << 32);
            case "float" -> (float) random().nextGaussian();
            case "boolean" -> random().nextBoolean();
            case "String" -> text(of, name);
            default -> type.isEnum()
                    ? type.getEnumConstants()[random().nextInt(type.getEnumConstants().length)]
                    : record(type);
        };
    }

    private Object record(Class<?> type) {
        try {
            var components = type.getRecordComponents();
            var values = Stream.of(components).map(it -> component(it, type)).toArray();
            Constructor<?> constructor = type
                    .getDeclaredConstructor(Stream.of(components).map(RecordComponent::getType).toArray(Class[]::new));
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException impossible) {
            throw new LinkageError(String.valueOf(impossible.getMessage()), impossible);
        }
    }

    private Object component(RecordComponent component, Class<?> of) {
        if (component.getType() != List.class) {
            return value(component.getType(), of, component.getName());
        }
        var element = (Class<?>) ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
        return IntStream.range(0, count(of, component.getName())).mapToObj(_ -> record(element)).toList();
    }

    /** Some arrays are always full. */
    private int count(Class<?> of, String name) {
        return switch (of.getSimpleName() + "." + name) {
            case "StateMultiZone.colors" -> 8;
            case "State64.colors", "Set64.colors" -> 64;
            case "StateDeviceChain.tiles", "TileEffect.palette" -> random().nextInt(17);
            default -> random().nextInt(83);
        };
    }

    private int number(Class<?> of, String name) {
        if (name.equals("skew") || name.startsWith("acceleration")) {
            return random().nextInt(-32_768, 32_768);
        }
        return random().nextInt(isWord(of.getSimpleName(), name) ? 65_536 : 256);
    }

    private static boolean isWord(String of, String name) {
        return List.of("hue", "saturation", "brightness", "kelvin", "level", "power", "minor", "major", "haptic")
                .contains(name) || (of.contains("ExtendedColorZones") && !name.equals("colors"))
                || (of.equals("StateUnhandled") && name.equals("type"));
    }

    private static boolean wide(String name) {
        return List.of("build", "time", "uptime", "downtime", "updatedAt").contains(name);
    }

    private String text(Class<?> of, String name) {
        if (name.equals("label")) {
            return seeded.word();
        }
        var bytes = new byte[switch (of.getSimpleName()) {
            case "EchoRequest", "EchoResponse" -> 64;
            case "SetButtons" -> 810;
            case "StateButtons" -> 811;
            default -> 16;
        }];
        for (var index = 0; index < bytes.length; index++) {
            bytes[index] = (byte) random().nextInt();
        }
        return HexFormat.of().formatHex(bytes);
    }

    /** One of each kind. */
    List<Packet> packets() {
        var packets = new ArrayList<Packet>();
        kinds().forEach(kind -> packets.add(new Packet(header(), of(kind))));
        return packets;
    }
}
