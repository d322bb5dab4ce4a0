package dev.lamplighter.cloud;

import dev.lamplighter.control.Outcome;
import dev.lamplighter.control.Reply;
import dev.lamplighter.control.Way.Sighting;
import dev.lamplighter.light.Parsed;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.net.ssl.SSLSocketFactory;
import okhttp3.Dns;

/**
 * Goes the way to an account step by step, for somebody who wonders where it ends. Spends one request of the account's budget. Blocks, each
 * step for some seconds at most.
 */
public final class CloudProbe {
    private static final int STEP_MS = 5_000;

    private final Endpoint endpoint;
    private final SSLSocketFactory trust;
    private final Dns names;
    private final InstantSource clock;
    private final List<Step> steps = new ArrayList<>();

    private CloudProbe(Endpoint endpoint, SSLSocketFactory trust, Dns names, InstantSource clock) {
        this.endpoint = endpoint;
        this.trust = trust;
        this.names = names;
        this.clock = clock;
    }

    /** The steps, in their order. */
    public enum Part {
        DNS, TCP, TLS, HTTP, TOKEN, BUDGET
    }

    public enum Verdict {
        WORKS, DOUBTFUL, FAILS
    }

    /** What a step saw, in one line. */
    public record Step(Part part, Verdict verdict, String saw) {}

    /**
     * The steps up to the first that fails, that one included.
     *
     * @param version of Lamplighter, which LIFX is told
     * @return rejected for settings with which no client can be made
     */
    public static Parsed<List<Step>> look(CloudSettings settings, String version, InstantSource clock) {
        return look(settings, Dns.SYSTEM, version, clock);
    }

    static Parsed<List<Step>> look(CloudSettings settings, Dns names, String version, InstantSource clock) {
        var resolver = new PatientDns(names);
        return CloudConnection.endpoint(settings).then(endpoint -> CloudConnection.http(settings.ca(), resolver)
                .then(http -> CloudClient.of(settings, names, new CloudClient.Self("Lamplighter/" + version, clock))
                        .then(client -> {
                            try (client) {
                                return Parsed
                                        .accepted(new CloudProbe(endpoint, http.sslSocketFactory(), resolver, clock)
                                                .steps(client));
                            }
                        })));
    }

    private List<Step> steps(CloudClient client) {
        try {
            connect();
            var begun = clock.instant();
            var reply = client.look(CloudClient.LONGEST_CALL);
            answered(reply, Duration.between(begun, clock.instant()));
        } catch (IOException fault) {
            steps.add(new Step(next(), Verdict.FAILS, CloudFault.words(fault, endpoint)));
        }
        return List.copyOf(steps);
    }

    /** The step that is being taken. */
    private Part next() {
        return Part.values()[steps.size()];
    }

    private void add(Verdict verdict, String saw) {
        steps.add(new Step(next(), verdict, saw));
    }

    private void connect() throws IOException {
        var addresses = names.lookup(endpoint.host());
        add(Verdict.WORKS, endpoint.host() + " is " + addresses.stream().map(InetAddress::getHostAddress)
                .collect(Collectors.joining(", ")));
        var begun = clock.instant();
        try (var socket = open(addresses)) {
            add(Verdict.WORKS, "connected to " + endpoint.place() + " at " + socket.getInetAddress().getHostAddress()
                    + " in " + Duration.between(begun, clock.instant()).toMillis() + " ms");
            if (endpoint.base().isHttps()) {
                var seen = TlsSight.of(trust, socket, endpoint, STEP_MS);
                add(seen.isEnding(clock.instant()) ? Verdict.DOUBTFUL : Verdict.WORKS, seen.words());
            } else {
                add(Verdict.DOUBTFUL, "none: " + endpoint.base().scheme() + " is not encrypted");
            }
        }
    }

    /** To the first address that takes it. */
    private Socket open(List<InetAddress> addresses) throws IOException {
        var last = new IOException("no address");
        for (var address : addresses) {
            var socket = new Socket();
            try {
                socket.connect(new InetSocketAddress(address, endpoint.base().port()), STEP_MS);
                return socket;
            } catch (IOException refused) {
                socket.close();
                last = refused;
            }
        }
        throw last;
    }

    private void answered(Reply<List<Sighting>> reply, Duration took) {
        var inTime = "answered in " + took.toMillis() + " ms";
        switch (reply.outcome()) {
            case Outcome.Unreachable<List<Sighting>>(var cause, _) -> add(Verdict.FAILS, cause);
            case Outcome.Refused<List<Sighting>>(var reason) -> {
                add(Verdict.WORKS, inTime);
                add(Verdict.FAILS, reason);
            }
            case Outcome.Throttled<List<Sighting>> _ -> {
                add(Verdict.WORKS, inTime);
                add(Verdict.WORKS, "not refused");
                add(Verdict.DOUBTFUL, "the requests of this minute are used up");
            }
            case Outcome.Done<List<Sighting>>(var lights) -> {
                add(Verdict.WORKS, inTime);
                add(Verdict.WORKS, "opens an account with " + lights.size() + " lights");
                add(Verdict.WORKS, reply.allowance().map(left -> left.remaining() + " of " + left.limit()
                        + " requests left in this minute").orElse("LIFX does not say how much is left"));
            }
        }
    }
}
