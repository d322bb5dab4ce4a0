package dev.lamplighter.store;

import dev.lamplighter.control.Timer;
import dev.lamplighter.light.OneLine;
import dev.lamplighter.mqtt.Delivery;
import dev.lamplighter.mqtt.Inbox;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps each QoS 1 delivery in the journal until it has been dealt with.
 *
 * <p>
 * The broker hears our acknowledgement when a letter is done, or after {@link #PATIENCE} when it is not done by then and lies in the journal.
 * Waiting longer would hold up others: HiveMQ sends nothing more to a client that owes it an acknowledgement, and other brokers stop after
 * some twenty.
 */
public final class KeptInbox implements Inbox {
    /** Short enough for a hundred commands at once to come in while the first of them is under way. */
    static final Duration PATIENCE = Duration.ofMillis(10);

    private static final Logger LOG = LoggerFactory.getLogger(KeptInbox.class);

    private final Journal journal;
    private final Consumer<Letter> desk;
    private final Timer timer;
    private final InstantSource clock;

    /** @param desk deals with letters; quick, as it is called on the network's thread */
    public KeptInbox(Journal journal, Consumer<Letter> desk, Timer timer, InstantSource clock) {
        this.journal = journal;
        this.desk = desk;
        this.timer = timer;
        this.clock = clock;
    }

    /** Hands over what an earlier run has left undone. To be called before anything arrives. */
    public void resume() {
        journal.unfinished().forEach(page -> desk.accept(letter(page, new Kept(page.taken().number(), () -> {}))));
    }

    @Override
    public void received(Delivery delivery) {
        if (delivery.qos() == 0 || delivery.retained()) {
            desk.accept(unkept(delivery));
            return;
        }
        if (delivery.duplicate() && journal.find(key(delivery), clock.instant()).isPresent()) {
            // It is done, or under way in this run, or taken up from an earlier one; its result is or will be told.
            LOG.info("{} was delivered again and is carried out once", OneLine.of(delivery.topic()));
            delivery.acknowledge();
            return;
        }
        keep(delivery);
    }

    private void keep(Delivery delivery) {
        var taken = taken(delivery, journal.next());
        var isSafe = journal.note(taken);
        var kept = new Kept(taken.number(), delivery::acknowledge);
        desk.accept(letter(new Journal.Page(taken, Optional.empty(), false), kept));
        if (isSafe && !kept.isDone()) {
            timer.after(PATIENCE, delivery::acknowledge);
        }
    }

    private JournalLine.Taken taken(Delivery delivery, long number) {
        var now = clock.instant();
        return new JournalLine.Taken(number, key(delivery), delivery.topic(), delivery.payload(), now,
                delivery.expiry().map(now::plus),
                new Letter.Reply(delivery.responseTopic(), delivery.correlationData()));
    }

    /** What nobody will deliver again is not worth a line in the file. */
    private Letter unkept(Delivery delivery) {
        var now = clock.instant();
        return new Letter(delivery.topic(), delivery.payload(), delivery.retained(), now,
                delivery.expiry().map(now::plus),
                new Letter.Reply(delivery.responseTopic(), delivery.correlationData()), Optional.empty(),
                new Unkept(delivery));
    }

    private static Letter letter(Journal.Page page, Letter.Keeping keeping) {
        var taken = page.taken();
        return new Letter(taken.topic(), taken.payload(), false, taken.received(), taken.expires(), taken.reply(),
                page.memo(), keeping);
    }

    /** Names a delivery: a broker that delivers it again does so under the same packet identifier, and says that it may have done so before. */
    private static String key(Delivery delivery) {
        return delivery.packetId() + " " + delivery.topic() + " " + delivery.payload().length() + "/"
                + delivery.payload().hashCode();
    }

    private final class Kept implements Letter.Keeping {
        private final long number;
        private final Runnable acknowledge;
        private final AtomicBoolean done = new AtomicBoolean();

        private Kept(long number, Runnable acknowledge) {
            this.number = number;
            this.acknowledge = acknowledge;
        }

        boolean isDone() {
            return done.get();
        }

        @Override
        public void note(String memo) {
            journal.note(new JournalLine.Noted(number, memo));
        }

        @Override
        public void done() {
            if (done.compareAndSet(false, true)) {
                journal.note(new JournalLine.Done(number));
                acknowledge.run();
            }
        }
    }

    private record Unkept(Delivery delivery) implements Letter.Keeping {
        @Override
        public void note(String memo) {
            // Nobody will ask.
        }

        @Override
        public void done() {
            delivery.acknowledge();
        }
    }
}
