package dev.lamplighter.lan;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;

/**
 * How datagrams fare, as told by the last answers. What was sent and answered is over, where the network is calm; where it is slow or delivers
 * twice, a copy of it may still arrive after something newer, and a light would show what nobody wishes any more.
 */
final class Weather {
    /** What was seen to happen is expected to happen again for so long. */
    private static final Duration MEMORY = Duration.ofSeconds(60);
    private static final int ANSWERS = 32;
    private static final Duration SLOW = Duration.ofMillis(40);
    /** One slow answer is a lamp whose Wi-Fi was asleep. */
    private static final int MANY = 2;
    /** Answers twice within this have only met in somebody's queue. */
    private static final Duration AT_ONCE = Duration.ofMillis(10);
    private static final Duration LONGEST = Duration.ofMillis(600);
    /** What has not been answered may well be under way for so long. */
    private static final Duration UNHEARD = Duration.ofMillis(400);

    private final Deque<Duration> answers = new ArrayDeque<>();
    private Instant doublesUntil = Instant.MIN;

    /** An answer came this long after its question. */
    void answered(Duration after) {
        answers.addLast(after);
        if (answers.size() > ANSWERS) {
            answers.removeFirst();
        }
    }

    /** A second answer to one question came this long after it. */
    void doubled(Duration after, Instant now) {
        if (after.compareTo(AT_ONCE) > 0) {
            doublesUntil = now.plus(MEMORY);
        }
    }

    /**
     * How long after it left a copy may still arrive.
     *
     * @param heard whether it was answered
     */
    Duration wanders(boolean heard, Instant now) {
        var slowest = answers.stream().max(Comparator.naturalOrder()).orElse(Duration.ZERO);
        var longest = slowest.compareTo(LONGEST) > 0 ? LONGEST : slowest;
        if (heard) {
            return now.isBefore(doublesUntil) || isSlow() ? longest : Duration.ZERO;
        }
        return longest.compareTo(UNHEARD) > 0 ? longest : UNHEARD;
    }

    private boolean isSlow() {
        return answers.stream().filter(answer -> answer.compareTo(SLOW) > 0).count() >= MANY;
    }
}
