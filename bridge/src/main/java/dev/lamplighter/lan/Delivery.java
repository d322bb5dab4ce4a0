package dev.lamplighter.lan;

import dev.lamplighter.control.Timer;
import dev.lamplighter.lan.wire.Header;
import dev.lamplighter.lan.wire.Packet;
import dev.lamplighter.light.LightId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.LongAdder;

/**
 * Sees to it that letters arrive: sends them again until the device has answered, tells answers apart by sequence, and keeps within what a
 * device takes. Safe for many threads; sends on the thread of whoever calls, and never waits.
 */
final class Delivery {
    private final long source;
    private final Outlet outlet;
    private final Timer timer;
    private final InstantSource clock;
    private final Map<LightId, Mailbox> mailboxes = new HashMap<>();
    private final Weather weather = new Weather();
    private final LongAdder sent = new LongAdder();
    private final LongAdder again = new LongAdder();

    /** Where packets leave, in no time. */
    interface Outlet {
        void send(Packet packet);
    }

    /** @param source our number among all clients, 2 to 4294967295 */
    Delivery(long source, Outlet outlet, Timer timer, InstantSource clock) {
        this.source = source;
        this.outlet = outlet;
        this.timer = timer;
        this.clock = clock;
    }

    /** Completes with the device's answer, or without when none came in time. */
    synchronized CompletableFuture<Answer> send(LightId to, Letter letter) {
        var mailbox = mailboxes.computeIfAbsent(to, _ -> new Mailbox());
        var exchange = new Exchange(letter);
        letter.wish().ifPresent(mailbox::wish);
        mailbox.add(exchange);
        pump(to, mailbox);
        timer.after(letter.within(), () -> end(exchange));
        return exchange.answer();
    }

    /** As {@link #send}, for a later part of a wish: nothing leaves when a newer one has come since. */
    synchronized CompletableFuture<Answer> goOn(LightId to, Letter letter) {
        var mailbox = mailboxes.get(to);
        return mailbox != null && letter.wish().filter(mailbox::isWished).isPresent()
                ? send(to, letter)
                : CompletableFuture.completedFuture(new Answer.Overtaken());
    }

    /** Packets that left, repetitions included. */
    long sent() {
        return sent.sum();
    }

    /** Those of them that had left before. */
    long sentAgain() {
        return again.sum();
    }

    /** Takes in what arrived; says whether it was the answer to something of ours. */
    synchronized boolean received(Packet packet) {
        var mailbox = mailboxes.get(packet.header().target());
        if (packet.header().source() != source || mailbox == null) {
            return false;
        }
        var isOurs = mailbox.hear(packet.header().sequence(), packet.message(), weather, clock.instant());
        pump(packet.header().target(), mailbox);
        return isOurs;
    }

    private synchronized void end(Exchange exchange) {
        exchange.end(new Answer.Silent());
    }

    private synchronized void again(LightId to, Mailbox mailbox, Exchange exchange) {
        if (!exchange.isOver()) {
            mailbox.wait(exchange);
            pump(to, mailbox);
        }
    }

    private synchronized void wake(LightId to, Mailbox mailbox) {
        mailbox.awake();
        pump(to, mailbox);
    }

    private synchronized void pump(LightId to, Mailbox mailbox) {
        for (var next = mailbox.next(); next.isPresent(); next = mailbox.next()) {
            var now = clock.instant();
            var opens = mailbox.opens(next.get(), weather, now);
            if (opens.isAfter(now)) {
                if (mailbox.wakesBy(opens)) {
                    timer.after(Duration.between(now, opens), () -> wake(to, mailbox));
                }
                return;
            }
            leave(to, mailbox, next.get(), now);
        }
    }

    private void leave(LightId to, Mailbox mailbox, Exchange exchange, Instant now) {
        mailbox.left(exchange);
        var isFirst = exchange.isNew();
        for (var copies = exchange.copies(); copies > 0 && mailbox.mayLeave(exchange, now); copies--) {
            var copy = mailbox.leaves(exchange, now);
            var told = exchange.letter().isTold();
            outlet.send(new Packet(new Header(source, to, !told, told, copy.sequence()), exchange.letter().message()));
            sent.increment();
            again.add(isFirst ? 0 : 1);
            isFirst = false;
        }
        var listens = exchange.listens();
        if (exchange.letter().again()) {
            timer.after(listens, () -> again(to, mailbox, exchange));
        }
    }
}
