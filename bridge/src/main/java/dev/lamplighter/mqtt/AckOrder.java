package dev.lamplighter.mqtt;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.IntConsumer;

/**
 * Lets the acknowledgements of one connection out in the order in which its messages came in (MQTT 5, 4.6). Safe for any thread: {@code out}
 * is called one at a time, under the lock that keeps the order, and so must not block.
 */
final class AckOrder {
    private static final class Ticket {
        private final int packetId;
        private boolean done;

        private Ticket(int packetId) {
            this.packetId = packetId;
        }
    }

    private final Deque<Ticket> open = new ArrayDeque<>();
    private final IntConsumer out;

    AckOrder(IntConsumer out) {
        this.out = out;
    }

    /** Takes a message's place in the order. What is returned acknowledges it; running that again does nothing. */
    synchronized Runnable arrived(int packetId) {
        var ticket = new Ticket(packetId);
        open.add(ticket);
        return () -> done(ticket);
    }

    private synchronized void done(Ticket ticket) {
        ticket.done = true;
        for (var head = open.peek(); head != null && head.done; head = open.peek()) {
            open.remove();
            out.accept(head.packetId);
        }
    }
}
