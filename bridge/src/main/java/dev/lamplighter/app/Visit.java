package dev.lamplighter.app;

import dev.lamplighter.config.Settings;
import dev.lamplighter.light.Parsed;
import dev.lamplighter.mqtt.Bytes;
import dev.lamplighter.mqtt.MqttSettings;
import dev.lamplighter.mqtt.MqttVisit;
import dev.lamplighter.mqtt.Publication;
import dev.lamplighter.topics.CommandTopics;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks to the bridge that runs, over its broker, as any other client could. */
final class Visit implements AutoCloseable {
    /** What is retained comes at once; this is for a slow network. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(10);
    private static final JsonMapper JSON = new JsonMapper();

    private final MqttVisit broker;
    private final MqttSettings at;
    private final CommandTopics topics;
    private final LongSupplier nanos;
    private final Map<String, String> heard = new TreeMap<>();

    private Visit(MqttVisit broker, MqttSettings at, CommandTopics topics, LongSupplier nanos) {
        this.broker = broker;
        this.at = at;
        this.topics = topics;
        this.nanos = nanos;
    }

    /** Comes back only where there is a bridge that can answer. */
    static Visit to(Settings settings, List<String> topics) throws CannotStart, InterruptedException {
        var place = Logins.visitor(settings);
        var name = "lamplighter-" + Integer.toHexString(RandomGenerator.getDefault().nextInt());
        var at = new MqttSettings(place.url(), name, place.login(), place.tls());
        try {
            var visit = new Visit(MqttVisit.open(at, CONNECT_WITHIN), at, new CommandTopics(settings.baseTopic()),
                    System::nanoTime);
            visit.start(topics);
            return visit;
        } catch (IOException failed) {
            throw CannotStart.because("no way to the bridge: " + Words.of(failed));
        }
    }

    private void start(List<String> filters) throws CannotStart, IOException, InterruptedException {
        try {
            broker.listen(filters);
            broker.listen(List.of(topics.bridge("state"), answers()));
            await(PATIENCE, () -> heard.containsKey(topics.bridge("state")));
            assertBridge();
        } catch (CannotStart | IOException failed) {
            close();
            throw failed;
        }
    }

    private void assertBridge() throws CannotStart {
        var state = Optional.ofNullable(heard.get(topics.bridge("state")));
        if (state.isEmpty()) {
            throw CannotStart.because("there has never been a bridge at " + at.url() + " under " + topics.base()
                    + "/: start one with lamplighter run");
        }
        if (!state.get().equals("online")) {
            throw CannotStart.because("the bridge at " + at.url() + " is " + state.get());
        }
    }

    /** Waits until something was heard on all of {@code wanted}, or until it is clear that nothing will be. */
    void awaitRetained(Collection<String> wanted) throws CannotStart, InterruptedException {
        listenUntil(PATIENCE, () -> heard.keySet().containsAll(wanted));
    }

    /** What was heard last on {@code topic}, so far. */
    Optional<JsonNode> known(String topic) {
        return Optional.ofNullable(heard.get(topic)).flatMap(Visit::json);
    }

    /** The answer to {@code payload}, where one comes in {@code time}. */
    Optional<JsonNode> ask(String topic, String payload, Duration time) throws CannotStart, InterruptedException {
        broker.publish(Publication.passing(topic, Bytes.utf8(payload)).expiringAfter(time).answeredAt(answers())
                .correlatedWith(Bytes.utf8(at.clientId())));
        listenUntil(time.plus(PATIENCE), () -> heard.containsKey(answers()));
        return known(answers());
    }

    CommandTopics topics() {
        return topics;
    }

    private String answers() {
        return topics.base() + "/answers/" + at.clientId();
    }

    private void listenUntil(Duration time, BooleanSupplier enough) throws CannotStart, InterruptedException {
        try {
            await(time, enough);
        } catch (IOException failed) {
            throw CannotStart.because(Words.of(failed));
        }
    }

    private void await(Duration time, BooleanSupplier enough) throws IOException, InterruptedException {
        var until = nanos.getAsLong() + time.toNanos();
        while (!enough.getAsBoolean() && nanos.getAsLong() < until) {
            broker.next(Duration.ofNanos(until - nanos.getAsLong())).ifPresent(
                    delivery -> heard.put(delivery.topic(), delivery.payload().text().orElse("")));
        }
    }

    private static Optional<JsonNode> json(String text) {
        try {
            return Optional.of(JSON.readTree(text));
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }

    /** What a rule about words makes of them, or a wrong usage. */
    static <T> T typed(Parsed<T> words) throws CannotStart {
        return switch (words) {
            case Parsed.Accepted<T>(var value) -> value;
            case Parsed.Rejected<T> wrong -> throw CannotStart.wrong(wrong.line());
        };
    }

    @Override
    public void close() {
        broker.close();
    }
}
