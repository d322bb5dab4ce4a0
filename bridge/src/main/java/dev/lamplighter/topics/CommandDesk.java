package dev.lamplighter.topics;

import dev.lamplighter.control.ControlSettings;
import dev.lamplighter.control.Journal;
import dev.lamplighter.control.Lights;
import dev.lamplighter.control.Order;
import dev.lamplighter.control.Result;
import dev.lamplighter.light.LightCommand.Change;
import dev.lamplighter.light.LightId;
import dev.lamplighter.light.Parsed;
import dev.lamplighter.light.Selector;
import dev.lamplighter.mqtt.Delivery;
import dev.lamplighter.mqtt.Inbox;
import dev.lamplighter.mqtt.Bytes;
import dev.lamplighter.mqtt.Publication;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes commands in from MQTT and sees each one through to its result. A command is acknowledged to the broker only once its result has been
 * decided, so that a crash in between loses nothing.
 */
public final class CommandDesk implements Inbox {
    private static final Logger log = LoggerFactory.getLogger(CommandDesk.class);
    private static final String RETAINED = "a retained command is not obeyed, or lamps would change whenever the bridge starts: publish it without the retain flag";

    private final CommandTopics topics;
    private final Duration timeToLive;
    private final Lights lights;
    private final Journal journal;
    private final Consumer<Publication> out;
    private final InstantSource clock;
    private final Repeats repeats = new Repeats();

    public CommandDesk(CommandTopics topics, ControlSettings settings, Lights lights, Journal journal,
            Consumer<Publication> out,
            InstantSource clock) {
        this.topics = topics;
        this.timeToLive = settings.timeToLive();
        this.lights = lights;
        this.journal = journal;
        this.out = out;
        this.clock = clock;
    }

    @Override
    public void received(Delivery delivery) {
        if (delivery.retained()) {
            retained(delivery);
            return;
        }
        var target = topics.target(delivery.topic());
        var wish = CommandPayload.parse(delivery.payload().toArray());
        if (target instanceof Parsed.Accepted<Selector>(var selector)
                && wish instanceof Parsed.Accepted<Wish>(var command)) {
            take(delivery, selector, command);
        } else {
            refuse(delivery, target instanceof Parsed.Rejected<Selector> wrong ? wrong.line() : line(wish));
        }
    }

    private static String line(Parsed<Wish> wish) {
        return wish instanceof Parsed.Rejected<Wish> wrong ? wrong.line() : "";
    }

    private void retained(Delivery delivery) {
        if (delivery.payload().equals(Bytes.NONE)) {
            // Somebody takes a retained message away, which is what a refusal asks for.
            delivery.acknowledge();
        } else {
            refuse(delivery, RETAINED);
        }
    }

    private void refuse(Delivery delivery, String reason) {
        var result = Result.refused(reason, Duration.ZERO);
        told(delivery, result);
        answer(delivery, Payloads.result(result));
        delivery.acknowledge();
    }

    private void take(Delivery delivery, Selector selector, Wish wish) {
        var now = clock.instant();
        var noted = delivery.qos() == 0
                ? new Journal.Entry(now, Map.of(), false)
                : journal.taken(key(delivery), delivery.duplicate(), now);
        if (noted.done()) {
            // Its result has been told; only our acknowledgement did not arrive.
            delivery.acknowledge();
            return;
        }
        Consumer<Result> finish = result -> finish(delivery, wish, result);
        var isNew = wish.id().map(id -> repeats.isNew(delivery.topic(), id, now, finish)).orElse(true);
        if (isNew) {
            lights.submit(order(delivery, selector, wish, noted, now), giver(delivery, wish, finish));
        }
    }

    private Order order(Delivery delivery, Selector selector, Wish wish, Journal.Entry noted, Instant now) {
        var expires = noted.received().plus(timeToLive);
        var sooner = delivery.expiry().map(now::plus).filter(end -> end.isBefore(expires)).orElse(expires);
        return new Order(selector, wish.command(), noted.received(), sooner, noted.plan());
    }

    private Order.Giver giver(Delivery delivery, Wish wish, Consumer<Result> finish) {
        return new Order.Giver() {
            @Override
            public void planned(Map<LightId, Change> changes) {
                if (delivery.qos() > 0) {
                    journal.planned(key(delivery), changes);
                }
            }

            @Override
            public void done(Result result) {
                finish.accept(result);
                wish.id().ifPresent(id -> repeats.done(delivery.topic(), id, result));
            }
        };
    }

    private void finish(Delivery delivery, Wish wish, Result result) {
        told(delivery, result);
        answer(delivery, Payloads.result(wish, result));
        if (delivery.qos() > 0) {
            journal.done(key(delivery));
        }
        delivery.acknowledge();
    }

    /** To the sender's own response topic where it named one, else beside the command topic. */
    private void answer(Delivery delivery, Bytes result) {
        var own = delivery.responseTopic().filter(topics::mayAnswerTo);
        var correlation = own.flatMap(_ -> delivery.correlationData());
        var answer = Publication.passing(own.orElseGet(() -> topics.result(delivery.topic())), result);
        out.accept(correlation.map(answer::correlatedWith).orElse(answer));
    }

    /** Names a delivery: a broker that delivers it again does so under the same packet identifier. */
    static String key(Delivery delivery) {
        return delivery.packetId() + " " + delivery.topic() + " " + delivery.payload().length() + "/"
                + delivery.payload().hashCode();
    }

    private static void told(Delivery delivery, Result result) {
        log.info("{} {}{}: {}", delivery.topic(), result.status().name().toLowerCase(Locale.ROOT),
                result.via().map(via -> " via " + via.name().toLowerCase(Locale.ROOT)).orElse(""),
                result.reason().orElseGet(() -> result.took().toMillis() + " ms"));
    }
}
