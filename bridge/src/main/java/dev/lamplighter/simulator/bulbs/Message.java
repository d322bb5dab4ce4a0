package dev.lamplighter.simulator.bulbs;

import java.util.function.UnaryOperator;

/** What a bulb has to say, before it has an address. */
record Message(Type type, Payload payload) {
    /** Of all zeros, but for what {@code fill} writes. */
    static Message of(Type type, UnaryOperator<Payload> fill) {
        return new Message(type, fill.apply(new Payload(new byte[type.length()])));
    }

    static Message of(Type type) {
        return of(type, UnaryOperator.identity());
    }
}
