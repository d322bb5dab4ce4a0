package dev.lamplighter.mqtt;

import dev.lamplighter.light.Parsed;
import dev.lamplighter.mqtt.PahoConnection.Stay;
import dev.lamplighter.mqtt.SessionPlan.Filter;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A short visit to a broker: comes in, listens, says something and leaves, and nothing of it stays there. For one thread, which waits. Every
 * {@link IOException} says in one line for people what is wrong, without secrets.
 */
public final class MqttVisit implements AutoCloseable {
    private final PahoConnection connection;
    private final FaultWords words;
    private final Ears ears;
    private final Duration within;

    private MqttVisit(PahoConnection connection, FaultWords words, Ears ears, Duration within) {
        this.connection = connection;
        this.words = words;
        this.ears = ears;
        this.within = within;
    }

    /** @param within the most that any step may take */
    public static MqttVisit open(MqttSettings settings, Duration within) throws IOException {
        var address = accepted(BrokerAddress.parse(settings.url()));
        var socket = new WireSocket(accepted(Wires.to(address, settings.tls())), within);
        var ears = new Ears();
        var visit = new MqttVisit(new PahoConnection(settings.clientId(), socket, ears),
                new FaultWords(settings, address), ears, within);
        try {
            visit.connection.open(settings, new Stay.Passing(), within);
            return visit;
        } catch (IOException refused) {
            throw new IOException(visit.words.refused(refused), refused);
        }
    }

    private static <T> T accepted(Parsed<T> parsed) throws IOException {
        return switch (parsed) {
            case Parsed.Accepted<T>(var value) -> value;
            case Parsed.Rejected<T> rejected -> throw new IOException(rejected.line());
        };
    }

    public void listen(List<String> filters) throws IOException {
        var codes = codes(filters);
        for (var i = 0; i < codes.length; i++) {
            if (codes[i] >= ReasonCodes.FIRST_FAILURE) {
                throw new IOException("the broker refused the subscription to " + filters.get(i) + ": "
                        + ReasonCodes.words(codes[i]));
            }
        }
    }

    private int[] codes(List<String> filters) throws IOException {
        try {
            return connection.subscribe(filters.stream().map(topics -> new Filter(topics, 1)).toList(), within);
        } catch (IOException failed) {
            throw new IOException(words.lost(failed), failed);
        }
    }

    /** Returns at once; where the broker refuses it, the next {@link #next} says so. */
    public void publish(Publication publication) {
        connection.publish(publication);
    }

    /** What comes in next, retained or not; empty where nothing does in {@code time}. */
    public Optional<Delivery> next(Duration time) throws IOException, InterruptedException {
        var event = ears.events.poll(Math.max(0, time.toMillis()), TimeUnit.MILLISECONDS);
        return switch (event) {
            case null -> Optional.empty();
            case Event.Heard(var delivery) -> Optional.of(delivery);
            case Event.Refused(var why) -> throw new IOException(why);
            case Event.Over() -> throw new IOException(
                    connection.end().map(words::lost).orElse("the connection to the broker is gone"));
        };
    }

    @Override
    public void close() {
        connection.part(false);
    }

    private sealed interface Event {
        record Heard(Delivery delivery) implements Event {}

        record Refused(String why) implements Event {}

        record Over() implements Event {}
    }

    /** Called on Paho's threads. */
    private static final class Ears implements PahoConnection.Listener {
        private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();

        @Override
        public void arrived(Delivery delivery) {
            delivery.acknowledge();
            events.add(new Event.Heard(delivery));
        }

        @Override
        public void published(Publication publication, int code) {
            if (code != 0) {
                events.add(new Event.Refused("the broker refused the publication on " + publication.topic() + ": "
                        + ReasonCodes.words(code)));
            }
        }

        @Override
        public void ended() {
            events.add(new Event.Over());
        }
    }
}
