package dev.lamplighter.simulator.bulbs;

import dev.lamplighter.light.LightId;
import dev.lamplighter.simulator.Household;
import dev.lamplighter.simulator.SimulatedLight;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.random.RandomGenerator;

/**
 * The lights of a {@link Household} on the LAN: each answers LIFX's LAN protocol over UDP at an address or a port of its own. Those are the
 * lights that the simulated cloud shows, too. Log, faults and household may be used from any thread while they run.
 */
public final class Bulbs implements AutoCloseable {
    private final BulbSettings settings;
    private final Household household;
    private final InstantSource clock;
    private final BulbFaults faults = new BulbFaults();
    private final BulbLog log = new BulbLog();
    private final Air air;
    private final Map<LightId, Plugged> plugged = new ConcurrentSkipListMap<>();
    private final Places places;

    private Bulbs(BulbSettings settings, Household household, InstantSource clock, RandomGenerator random)
            throws IOException {
        this.settings = settings;
        this.household = household;
        this.clock = clock;
        this.air = new Air(faults, random);
        this.places = Places.open(settings);
    }

    /**
     * Every light that is in the household now listens when this returns.
     *
     * @param random for faults
     * @throws IOException when the port is taken, or addresses were asked for that this system has not
     */
    public static Bulbs start(BulbSettings settings, Household household, InstantSource clock, RandomGenerator random)
            throws IOException {
        var bulbs = new Bulbs(settings, household, clock, random);
        try {
            for (var light : household.lights()) {
                bulbs.plugIn(light);
            }
            bulbs.places.crier().ifPresent(crier -> crier.listen("bulbs-broadcast", bulbs::shout));
            return bulbs;
        } catch (IOException failed) {
            bulbs.close();
            throw failed;
        }
    }

    /** Where each of them listens. */
    public Map<LightId, InetSocketAddress> addresses() {
        var addresses = new TreeMap<LightId, InetSocketAddress>();
        plugged.forEach((id, bulb) -> addresses.put(id, bulb.outlet().address()));
        return addresses;
    }

    /** @throws NoSuchElementException when there is no such bulb */
    public InetSocketAddress address(LightId id) {
        return find(id).outlet().address();
    }

    /** Where all of them hear a datagram; empty where they can be reached one by one only. */
    public Optional<InetSocketAddress> broadcast() {
        return places.crier().map(Outlet::address);
    }

    /** Whether no delayed datagram is on its way any more. */
    public boolean isQuiet() {
        return air.isEmpty();
    }

    public Household household() {
        return household;
    }

    public BulbFaults faults() {
        return faults;
    }

    public BulbLog log() {
        return log;
    }

    /** A light that came into the household later. */
    public void plugIn(SimulatedLight light) throws IOException {
        plug(new Bulb(light, household, clock, settings.perSecond()));
    }

    /** The bulb is given another address; nobody listens at its old one any more. */
    public void move(LightId id) throws IOException {
        var bulb = find(id);
        bulb.close();
        plug(bulb.bulb());
    }

    /** What the relays of a switch are at. */
    public List<Boolean> relays(LightId id) {
        return find(id).bulb().relays();
    }

    @Override
    public void close() {
        places.close();
        all().forEach(Plugged::close);
        air.close();
    }

    private void plug(Bulb bulb) throws IOException {
        plugged.put(bulb.id(), new Plugged(bulb, places.next(), air, log, clock));
    }

    private Plugged find(LightId id) {
        return Optional.ofNullable(plugged.get(id))
                .orElseThrow(() -> new NoSuchElementException("no bulb " + id));
    }

    private Collection<Plugged> all() {
        return plugged.values();
    }

    private void shout(byte[] datagram, SocketAddress from) {
        all().forEach(bulb -> bulb.received(datagram, from));
    }
}
