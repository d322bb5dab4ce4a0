package dev.lamplighter.broker;

import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** The addresses given to HiveMQ, with real ports. */
record Bound(Optional<InetSocketAddress> plain, Optional<InetSocketAddress> tls,
        Optional<InetSocketAddress> websocket) {
    static OptionalInt port(Optional<InetSocketAddress> address) {
        return address.stream().mapToInt(InetSocketAddress::getPort).findFirst();
    }

    Stream<InetSocketAddress> all() {
        return Stream.of(plain, tls, websocket).flatMap(Optional::stream);
    }
}
