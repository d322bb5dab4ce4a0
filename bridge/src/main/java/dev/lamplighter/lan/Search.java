package dev.lamplighter.lan;

import dev.lamplighter.control.Timer;
import dev.lamplighter.lan.wire.Bare;
import dev.lamplighter.lan.wire.Header;
import dev.lamplighter.lan.wire.Packet;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;

/** Calls for devices, and knows when those that are there have had time to answer. */
final class Search {
    private static final int SEQUENCES = 256;
    /** The first calls are over by then. */
    private static final Duration LEAST = Duration.ofMillis(900);
    /** Once nobody new has answered for so long, hardly anybody is left. */
    private static final Duration QUIET = Duration.ofMillis(700);
    private static final Duration TICK = Duration.ofMillis(100);
    /** However many lights are silent. */
    private static final Duration APART = Duration.ofSeconds(5);

    private final Scout scout;
    private final BiConsumer<Packet, InetSocketAddress> out;
    private final long source;
    private final Surroundings around;
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicInteger introductions = new AtomicInteger();
    private final CompletableFuture<Boolean> settled = new CompletableFuture<>();
    private volatile Instant begun = Instant.MAX;
    private volatile Instant latest = Instant.MIN;
    private volatile Instant called = Instant.MIN;

    /** @param calls may look up names */
    record Surroundings(Timer timer, Executor calls, InstantSource clock) {}

    Search(Scout scout, BiConsumer<Packet, InetSocketAddress> out, long source, Surroundings around) {
        this.scout = scout;
        this.out = out;
        this.source = source;
        this.around = around;
    }

    void start() {
        begun = around.clock.instant();
        around.calls.execute(this::callOn);
        around.timer.after(TICK, this::tick);
    }

    /** Completes when the lights that are there have most likely been found. */
    CompletableFuture<Boolean> settled() {
        return settled;
    }

    void meets() {
        latest = around.clock.instant();
        introductions.incrementAndGet();
    }

    void met() {
        latest = around.clock.instant();
        introductions.decrementAndGet();
    }

    /** Somebody does not answer, and may have moved. */
    void again() {
        var now = around.clock.instant();
        if (now.isAfter(called.plus(APART))) {
            around.calls.execute(this::call);
        }
    }

    private void callOn() {
        call();
        around.timer.after(Scout.pause(calls.get()), () -> around.calls.execute(this::callOn));
    }

    private void call() {
        called = around.clock.instant();
        var sequence = calls.getAndIncrement() % SEQUENCES;
        var packet = new Packet(new Header(source, Header.EVERY_DEVICE, true, false, sequence), Bare.GET_SERVICE);
        scout.targets().forEach(target -> out.accept(packet, target));
        // Each by itself: a name server that does not answer holds up no other call.
        scout.places().forEach(place -> around.calls
                .execute(() -> scout.find(place).ifPresent(target -> out.accept(packet, target))));
    }

    private void tick() {
        var now = around.clock.instant();
        var quiet = introductions.get() == 0 && now.isAfter(latest.plus(QUIET));
        if (now.isAfter(begun.plus(LEAST)) && quiet) {
            settled.complete(true);
        } else {
            around.timer.after(TICK, this::tick);
        }
    }
}
