package dev.lamplighter.simulator.bulbs;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;

/** Gives out places, one after the other. */
final class Places implements AutoCloseable {
    private static final String BROADCAST = "127.255.255.255";
    private static final int PER_NET = 250;
    /** Above those that people and their systems use by hand. */
    private static final int FIRST_NET = 86;

    private final Optional<Outlet> crier;
    private final Optional<InetAddress> shared;
    private int given;

    /**
     * @param crier where broadcasts arrive, if they do
     * @param shared the address of all bulbs, where each has a port of its own; empty where each has an address and all have the crier's port
     */
    private Places(Optional<Outlet> crier, Optional<InetAddress> shared) {
        this.crier = crier;
        this.shared = shared;
    }

    /** @throws IOException when the port is taken, or this system has no such addresses and was asked for them */
    static Places open(BulbSettings settings) throws IOException {
        return switch (settings.reach()) {
            case PORTS -> ports();
            case NETWORK -> network(InetAddress.getByName(settings.bind()), settings.port());
            case ADDRESSES -> addresses(settings.port());
            case BEST -> {
                try {
                    yield addresses(settings.port());
                } catch (IOException _) {
                    yield ports();
                }
            }
        };
    }

    private static Places ports() {
        return new Places(Optional.empty(), Optional.of(InetAddress.getLoopbackAddress()));
    }

    private static Places network(InetAddress at, int port) throws IOException {
        return new Places(Optional.of(Outlet.open(new InetSocketAddress(at, port))), Optional.of(at));
    }

    private static Places addresses(int port) throws IOException {
        var crier = Outlet.open(new InetSocketAddress(InetAddress.getByName(BROADCAST), port));
        try {
            Outlet.open(new InetSocketAddress(address(0), crier.address().getPort())).close();
        } catch (IOException notHere) {
            crier.close();
            throw notHere;
        }
        return new Places(Optional.of(crier), Optional.empty());
    }

    Optional<Outlet> crier() {
        return crier;
    }

    Outlet next() throws IOException {
        given++;
        return Outlet.open(shared.isPresent()
                ? new InetSocketAddress(shared.get(), 0)
                : new InetSocketAddress(address(given), crier.orElseThrow().address().getPort()));
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
