package dev.lamplighter.simulator.bulbs;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;

/** Gives out places on loopback, one after the other. */
final class Places implements AutoCloseable {
    private static final String BROADCAST = "127.255.255.255";
    private static final int PER_NET = 250;
    /** Above those that people and their systems use by hand. */
    private static final int FIRST_NET = 86;

    private final Optional<Outlet> crier;
    private int given;

    /** @param crier where broadcasts arrive, whose port all bulbs have; empty where each bulb has a port of its own */
    private Places(Optional<Outlet> crier) {
        this.crier = crier;
    }

    /** @throws IOException when the port is taken, or this system has no such addresses and was asked for them */
    static Places open(BulbSettings settings) throws IOException {
        return switch (settings.reach()) {
            case PORTS -> new Places(Optional.empty());
            case ADDRESSES -> addresses(settings.port());
            case BEST -> {
                try {
                    yield addresses(settings.port());
                } catch (IOException _) {
                    yield new Places(Optional.empty());
                }
            }
        };
    }

    private static Places addresses(int port) throws IOException {
        var crier = Outlet.open(new InetSocketAddress(InetAddress.getByName(BROADCAST), port));
        try {
            Outlet.open(new InetSocketAddress(address(0), crier.address().getPort())).close();
        } catch (IOException notHere) {
            crier.close();
            throw notHere;
        }
        return new Places(Optional.of(crier));
    }

    Optional<Outlet> crier() {
        return crier;
    }

    Outlet next() throws IOException {
        given++;
        return crier.isPresent()
                ? Outlet.open(new InetSocketAddress(address(given), crier.get().address().getPort()))
                : Outlet.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    private static InetAddress address(int number) throws IOException {
        return InetAddress.getByName(
                "127.%d.%d.%d".formatted(FIRST_NET, number / PER_NET, number % PER_NET + 1));
    }

    @Override
    public void close() {
        crier.ifPresent(Outlet::close);
    }
}
