package dev.lamplighter.lan;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** This machine's networks that have a broadcast address. */
public final class Interfaces {
    private Interfaces() {}

    /**
     * One of them.
     *
     * @param name such as {@code eth0}
     * @param address this machine's there
     * @param broadcast the one that all there hear
     */
    public record Net(String name, InetAddress address, InetAddress broadcast) {}

    /** Those that are up now. */
    public static List<Net> now() {
        try {
            return NetworkInterface.networkInterfaces().filter(Interfaces::isUp).flatMap(Interfaces::nets).toList();
        } catch (SocketException _) {
            return List.of();
        }
    }

    private static boolean isUp(NetworkInterface some) {
        try {
            return some.isUp() && !some.isLoopback();
        } catch (SocketException _) {
            return false;
        }
    }

    private static Stream<Net> nets(NetworkInterface some) {
        return some.getInterfaceAddresses().stream().filter(Objects::nonNull)
                .filter(address -> address.getBroadcast() != null && !address.getBroadcast().isAnyLocalAddress())
                .map(address -> new Net(some.getName(), address.getAddress(), address.getBroadcast()));
    }
}
