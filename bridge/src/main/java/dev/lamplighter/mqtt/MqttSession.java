package dev.lamplighter.mqtt;

import dev.lamplighter.light.Parsed;
import dev.lamplighter.mqtt.PahoConnection.Stay;
import dev.lamplighter.mqtt.PahoConnection.Welcome;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One client's session with a broker: connects, comes back for ever, subscribes, publishes, has a last will.
 *
 * <p>
 * Threads: one of our own connects, waits and publishes, and calls the listener. The inbox is called on the network's thread.
 * {@link #publish} and {@link Delivery#acknowledge} may be called from anywhere and never wait for the network.
 */
public final class MqttSession implements AutoCloseable {
    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(10);
    /** The farewell and the parting are each bounded; this is more than both. */
    private static final Duration THREAD_ENDS_WITHIN = Duration.ofSeconds(8);
    /** More under way than this gains nothing and makes more to send again. */
    private static final int MOST_UNDER_WAY = 256;

    private final MqttSettings settings;
    private final SessionPlan plan;
    private final Backoff backoff;
    private final LongSupplier nanos;
    private final Postbox postbox;
    private volatile @Nullable Thread thread;
    private volatile @Nullable WireSocket current;
    private volatile boolean stands;

    /** @param nanos a clock that only runs forward, such as {@link System#nanoTime} */
    public MqttSession(MqttSettings settings, SessionPlan plan, Backoff backoff, LongSupplier nanos) {
        this.settings = settings;
        this.plan = plan;
        this.backoff = backoff;
        this.nanos = nanos;
        this.postbox = new Postbox(plan.lastWill(), nanos);
    }

    /** What is wrong with {@code settings} before any attempt: one line with the setting, and the file where there is one. */
    public static Optional<String> fault(MqttSettings settings) {
        return switch (BrokerAddress.parse(settings.url()).then(address -> Wires.to(address, settings.tls()))) {
            case Parsed.Accepted<Wire> _ -> Optional.empty();
            case Parsed.Rejected<Wire> rejected -> Optional.of(rejected.line());
        };
    }

    /** Returns at once; connecting goes on until {@link #close()}. To be called once. */
    public void start(Inbox inbox, SessionListener listener) {
        var session = Thread.ofPlatform().daemon().name("mqtt-session").unstarted(() -> run(inbox, listener));
        thread = session;
        session.start();
    }

    /**
     * Never blocks, connected or not. Retained: the newest value of a topic is sent, now and on each new connection. Others: sent once, at
     * QoS 1 until the broker has it; while there is no connection the newest 10,000 wait. Ignored once closed.
     */
    public void publish(Publication publication) {
        postbox.add(publication);
    }

    /**
     * Publishes the last will ourselves, with what waits, for two seconds at most, leaves the broker and ends the threads. The session
     * itself stays with the broker, which keeps what comes in for our next start. Where the farewell does not get through, the broker is
     * left to publish the will.
     */
    @Override
    public void close() {
        postbox.close();
        if (!stands) {
            cut();
        }
        var session = thread;
        if (session != null) {
            try {
                session.join(THREAD_ENDS_WITHIN);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private sealed interface Attempt {
        record Open(PahoConnection connection, Welcome welcome, FaultWords words) implements Attempt {}

        record Failed(String reason) implements Attempt {}
    }

    private void run(Inbox inbox, SessionListener listener) {
        var rounds = new Rounds(listener);
        try {
            while (!postbox.isClosing()) {
                round(rounds, inbox);
                postbox.rest(backoff.after(rounds.inARow));
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /** A bug must not end the session for good. */
    private void round(Rounds rounds, Inbox inbox) throws InterruptedException {
        try {
            switch (attempt(inbox)) {
                case Attempt.Failed(var reason) -> rounds.failed(reason);
                case Attempt.Open open -> rounds.serve(open);
            }
        } catch (RuntimeException bug) {
            cut();
            rounds.failed("a fault of the bridge itself: " + bug);
        } finally {
            stands = false;
        }
    }

    private Attempt attempt(Inbox inbox) {
        return switch (BrokerAddress.parse(settings.url())) {
            case Parsed.Rejected<BrokerAddress> rejected -> new Attempt.Failed(rejected.line());
            case Parsed.Accepted<BrokerAddress>(var address) -> switch (Wires.to(address, settings.tls())) {
                case Parsed.Rejected<Wire> rejected -> new Attempt.Failed(rejected.line());
                case Parsed.Accepted<Wire>(var wire) ->
                    attempt(new WireSocket(wire, CONNECT_WITHIN), new FaultWords(settings, address), inbox);
            };
        };
    }

    private Attempt attempt(WireSocket socket, FaultWords words, Inbox inbox) {
        current = socket;
        if (postbox.isClosing()) {
            socket.cut();
        }
        try {
            var connection = new PahoConnection(settings.clientId(), socket, new Ears(inbox));
            var welcome = connection.open(settings, new Stay.Lasting(plan.lastWill()), CONNECT_WITHIN);
            subscribe(connection);
            stands = true;
            return new Attempt.Open(connection, welcome, words);
        } catch (IOException failed) {
            return new Attempt.Failed(words.refused(failed));
        }
    }

    private void subscribe(PahoConnection connection) throws IOException {
        if (plan.filters().isEmpty()) {
            return;
        }
        var codes = connection.subscribe(plan.filters(), CONNECT_WITHIN);
        for (var i = 0; i < codes.length; i++) {
            if (codes[i] >= ReasonCodes.FIRST_FAILURE) {
                postbox.note("the broker refused the subscription to " + plan.filters().get(i).topics() + ": "
                        + ReasonCodes.words(codes[i]));
            }
        }
    }

    private void cut() {
        var socket = current;
        if (socket != null) {
            socket.cut();
        }
    }

    /** What happened from one attempt to the next. Used by the session's thread alone. */
    private final class Rounds {
        private final SessionListener listener;
        private Optional<String> lastReason = Optional.empty();
        private int failures;
        private int inARow;

        private Rounds(SessionListener listener) {
            this.listener = listener;
        }

        private void failed(String reason) {
            failures++;
            inARow++;
            if (!postbox.isClosing() && !lastReason.equals(Optional.of(reason))) {
                lastReason = Optional.of(reason);
                listener.refused(reason);
            }
        }

        private void serve(Attempt.Open open) throws InterruptedException {
            listener.connected(open.welcome().sessionPresent(), failures);
            lastReason = Optional.empty();
            failures = 0;
            var since = nanos.getAsLong();
            postbox.connected(plan.greeting(), Math.clamp(open.welcome().receiveMaximum() - 1, 1, MOST_UNDER_WAY));
            pump(open);
            var lasted = nanos.getAsLong() - since >= backoff.most().toNanos();
            inARow = lasted ? 1 : inARow + 1;
            open.connection().end().ifPresentOrElse(end -> listener.lost(open.words().lost(end)),
                    () -> open.connection().part(!postbox.saidFarewell()));
        }

        private void pump(Attempt.Open open) throws InterruptedException {
            while (true) {
                var turn = postbox.awaitTurn(() -> open.connection().end().isPresent());
                postbox.takeNotes().forEach(listener::trouble);
                if (turn.finished()) {
                    return;
                }
                turn.publish().ifPresent(publication -> publish(open, publication));
            }
        }

        private void publish(Attempt.Open open, Publication publication) {
            if (publication.packetSize() > open.welcome().largestPacket()) {
                postbox.settled(publication);
                listener.trouble("the publication on " + publication.topic() + " is larger than the broker takes ("
                        + open.welcome().largestPacket() + " bytes)");
                return;
            }
            open.connection().publish(publication);
        }
    }

    /** Called on Paho's threads. */
    private final class Ears implements PahoConnection.Listener {
        private final Inbox inbox;

        private Ears(Inbox inbox) {
            this.inbox = inbox;
        }

        @Override
        public void arrived(Delivery delivery) {
            try {
                inbox.received(delivery);
            } catch (RuntimeException bug) {
                delivery.acknowledge();
                postbox.note("a message on " + delivery.topic() + " could not be handled: " + bug);
            }
        }

        @Override
        public void published(Publication publication, int code) {
            postbox.settled(publication);
            if (code != 0) {
                postbox.note("the broker refused the publication on " + publication.topic() + ": "
                        + ReasonCodes.words(code));
            }
        }

        @Override
        public void ended() {
            postbox.wake();
        }
    }
}
