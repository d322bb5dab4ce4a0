package dev.lamplighter.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Under which name or address boards find this machine. */
final class BoardHost {
    private static final Set<String> EVERYWHERE = Set.of("0.0.0.0", "::");
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9_]([A-Za-z0-9_.-]{0,252}[A-Za-z0-9_])?");
    /** An address of the documentation (RFC 5737): what counts is which of our addresses the system would use for the world outside. */
    private static final InetSocketAddress OUTSIDE = new InetSocketAddress("192.0.2.1", 9);

    private BoardHost() {}

    /**
     * The first that fits of: the address the broker listens on, where it is one; what the user named; the address towards the world; all
     * others.
     *
     * @param bind what the broker listens on
     * @param named by the user, for the certificate
     * @param outside this machine's address towards the world
     * @param others that lead here
     */
    static Optional<String> best(String bind, List<String> named, Optional<String> outside, List<String> others,
            Predicate<String> fits) {
        if (!EVERYWHERE.contains(bind)) {
            return Stream.of(Stream.of(bind), named.stream(), others.stream()).flatMap(it -> it)
                    .filter(host -> host.equals(bind) || isReached(host)).filter(fits).findFirst();
        }
        return Stream.of(named.stream(), outside.stream(), others.stream()).flatMap(it -> it)
                .filter(BoardHost::isReached).filter(fits).findFirst();
    }

    /** Whether another machine can come by it. */
    static boolean isReached(String host) {
        return !host.equals("localhost") && !host.contains("*") && literal(host).map(it -> !it.isLoopbackAddress())
                .orElse(true);
    }

    /** Whether it can be a name, or is an address, of version 6 without brackets. */
    static boolean isHost(String text) {
        return !isName(text) || HOST.matcher(text).matches();
    }

    /** Whether it is a name, and no address. */
    static boolean isName(String host) {
        return literal(host).isEmpty();
    }

    /** Nothing is sent for it. */
    static Optional<String> outside() {
        try (var socket = new DatagramSocket()) {
            socket.connect(OUTSIDE);
            return Optional.of(socket.getLocalAddress()).filter(address -> !address.isAnyLocalAddress())
                    .map(InetAddress::getHostAddress);
        } catch (IOException | UncheckedIOException noNetwork) {
            return Optional.empty();
        }
    }

    private static Optional<InetAddress> literal(String host) {
        try {
            return host.startsWith("[") ? Optional.empty() : Optional.of(InetAddress.ofLiteral(host));
        } catch (IllegalArgumentException name) {
            return Optional.empty();
        }
    }
}
