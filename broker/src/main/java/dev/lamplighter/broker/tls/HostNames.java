package dev.lamplighter.broker.tls;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What this machine is called right now: its host name, also as {@code .local}, and the addresses of its interfaces. */
public final class HostNames implements Supplier<List<String>> {
    private static final List<String> ALWAYS = List.of("localhost", "127.0.0.1", "::1");

    @Override
    public List<String> get() {
        var names = new ArrayList<String>();
        host().ifPresent(host -> names.addAll(forms(host)));
        names.addAll(ALWAYS);
        names.addAll(addresses());
        return names;
    }

    static List<String> forms(String host) {
        var label = host.split("\\.", 2)[0];
        return Stream.of(host, label, label + ".local").distinct().toList();
    }

    private static Optional<String> host() {
        try {
            return Optional.of(InetAddress.getLocalHost().getHostName());
        } catch (UnknownHostException nameless) {
            return Optional.empty();
        }
    }

    private static List<String> addresses() {
        try {
            return NetworkInterface.networkInterfaces().filter(HostNames::isUp)
                    .flatMap(NetworkInterface::inetAddresses).filter(HostNames::isReachable)
                    .map(address -> address.getHostAddress().split("%", 2)[0]).toList();
        } catch (SocketException none) {
            return List.of();
        }
    }

    private static boolean isUp(NetworkInterface network) {
        try {
            return network.isUp();
        } catch (SocketException gone) {
            return false;
        }
    }

    /** Link-local ones need a scope, which no certificate can hold. */
    private static boolean isReachable(InetAddress address) {
        return !address.isLinkLocalAddress() && !address.isMulticastAddress() && !address.isAnyLocalAddress();
    }
}
