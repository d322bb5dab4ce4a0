package dev.lamplighter.lan;

import dev.lamplighter.lan.wire.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A letter, how often it was sent, and what has come of it. Guarded by {@link Delivery}. */
final class Exchange {
    /** How long to listen before sending again; measured by others to lose least while sending little. The last one holds on. */
    private static final int[] GAPS = {200, 200, 250, 300, 350, 400, 500};
    /** From then on two copies leave at a time: what loses two messages in a row will lose more. */
    private static final int IN_PAIRS = 2;

    private final Letter letter;
    private final CompletableFuture<Answer> answer = new CompletableFuture<>();
    private final List<Message> said = new ArrayList<>();
    private int rounds;

    Exchange(Letter letter) {
        this.letter = letter;
    }

    /**
     * A copy that left.
     *
     * @param order counts all that left to its device
     */
    record Copy(Exchange exchange, int sequence, long order, Instant left) {}

    Letter letter() {
        return letter;
    }

    CompletableFuture<Answer> answer() {
        return answer;
    }

    boolean isOver() {
        return answer.isDone();
    }

    void end(Answer end) {
        answer.complete(end);
    }

    /** Whether none has left yet. */
    boolean isNew() {
        return rounds == 0;
    }

    /** How many copies are to leave now. */
    int copies() {
        return letter.isTold() && letter.again() && rounds >= IN_PAIRS ? 2 : 1;
    }

    /** A round has left; how long to listen before the next. */
    Duration listens() {
        var gap = GAPS[Math.min(rounds, GAPS.length - 1)];
        rounds++;
        return Duration.ofMillis(gap);
    }

    /** Takes in an answer, which may come twice. */
    void hear(Message message) {
        if (isOver()) {
            return;
        }
        if (!said.contains(message)) {
            said.add(message);
        }
        if (letter.enough().test(said)) {
            end(new Answer.Said(said));
        }
    }
}
