package dev.lamplighter.lan;

import dev.lamplighter.lan.Exchange.Copy;
import dev.lamplighter.lan.wire.DeviceMessage.StateUnhandled;
import dev.lamplighter.lan.wire.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What one device was sent and is still to be sent. Guarded by {@link Delivery}. */
final class Mailbox {
    private static final int SEQUENCES = 256;
    /** Answers to what left earlier than that come from nowhere. */
    private static final int KEPT = 64;

    private final Pacing pacing = new Pacing();
    private final Deque<Copy> copies = new ArrayDeque<>();
    /** The first answer to each of them. */
    private final Map<Long, Heard> heard = new HashMap<>();
    private final Deque<Exchange> told = new ArrayDeque<>();
    private final Deque<Exchange> asked = new ArrayDeque<>();
    private final List<Exchange> open = new ArrayList<>();
    private Optional<Object> wish = Optional.empty();
    private Optional<Object> sentWish = Optional.empty();
    private Instant wakes = Instant.MAX;
    private long order;

    private record Heard(Instant at, Message message) {}

    /** An exchange that is to leave as soon as may be. */
    void add(Exchange exchange) {
        open.add(exchange);
        wait(exchange);
    }

    /** To leave once more. */
    void wait(Exchange exchange) {
        (exchange.letter().isTold() ? told : asked).addLast(exchange);
    }

    /** From now on {@code newest} is what is wished of the device; what was wished before it is void. */
    void wish(Object newest) {
        if (wish.filter(newest::equals).isEmpty()) {
            wish = Optional.of(newest);
            open.stream().filter(exchange -> exchange.letter().isTold()).toList()
                    .forEach(older -> older.end(new Answer.Overtaken()));
        }
    }

    boolean isWished(Object what) {
        return wish.filter(what::equals).isPresent();
    }

    /** The next to leave, told before asked; empty when nothing waits. */
    Optional<Exchange> next() {
        drop(told.iterator());
        drop(asked.iterator());
        open.removeIf(Exchange::isOver);
        return Optional.ofNullable(told.isEmpty() ? asked.peekFirst() : told.peekFirst());
    }

    private static void drop(Iterator<Exchange> exchanges) {
        while (exchanges.hasNext()) {
            if (exchanges.next().isOver()) {
                exchanges.remove();
            }
        }
    }

    /** When {@code next} may leave: paced, and not while copies of another wish may arrive after it. */
    Instant opens(Exchange next, Weather weather, Instant now) {
        var isTold = next.letter().isTold();
        var paced = pacing.next(isTold, now);
        var clear = isTold && !next.letter().wish().equals(sentWish)
                ? copies.stream().filter(copy -> copy.exchange().letter().isTold())
                        .map(copy -> copy.left().plus(weather.wanders(heard.containsKey(copy.order()), now)))
                        .max(Comparator.naturalOrder()).orElse(now)
                : now;
        return clear.isAfter(paced) ? clear : paced;
    }

    /** Whether nobody comes by {@code next} to see what may leave; from now on somebody does. */
    boolean wakesBy(Instant next) {
        if (!next.isBefore(wakes)) {
            return false;
        }
        wakes = next;
        return true;
    }

    void awake() {
        wakes = Instant.MAX;
    }

    boolean mayLeave(Exchange exchange, Instant now) {
        return !pacing.next(exchange.letter().isTold(), now).isAfter(now);
    }

    /** A copy of {@code exchange} leaves. */
    Copy leaves(Exchange exchange, Instant now) {
        pacing.sent(now);
        if (exchange.letter().isTold()) {
            sentWish = exchange.letter().wish();
        }
        var copy = new Copy(exchange, (int) (order % SEQUENCES), order, now);
        order++;
        copies.addLast(copy);
        if (copies.size() > KEPT) {
            heard.remove(copies.removeFirst().order());
        }
        return copy;
    }

    void left(Exchange exchange) {
        told.remove(exchange);
        asked.remove(exchange);
    }

    /** Takes in an answer; says whether it was to something of ours. */
    boolean hear(int sequence, Message message, Weather weather, Instant now) {
        var copy = copies.stream().filter(it -> it.sequence() == sequence).findFirst();
        copy.ifPresent(it -> {
            learn(it, message, weather, now);
            hear(it.exchange(), message);
        });
        return copy.isPresent();
    }

    private static void hear(Exchange exchange, Message message) {
        switch (message) {
            case StateUnhandled _ -> exchange.end(new Answer.Unable());
            case Message said when exchange.letter().isAnsweredBy(said) -> exchange.hear(said);
            case Message _ -> {
                // A state that comes beside the acknowledgement tells of what was before.
            }
        }
    }

    /** Some questions have several answers: only the same one again has come twice. */
    private void learn(Copy copy, Message message, Weather weather, Instant now) {
        var first = heard.putIfAbsent(copy.order(), new Heard(now, message));
        if (first == null) {
            weather.answered(Duration.between(copy.left(), now));
        } else if (first.message.equals(message)) {
            weather.doubled(Duration.between(first.at, now), now);
        }
    }
}
