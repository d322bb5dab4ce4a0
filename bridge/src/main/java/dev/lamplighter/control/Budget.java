package dev.lamplighter.control;

import dev.lamplighter.control.Reply.Allowance;
import java.time.Duration;
import java.time.Instant;

/**
 * How many requests a way still allows.
 *
 * <p>
 * Two laws hold at once. Of our own accord, commands and looks each flow from a {@link Bucket}, and both together never make more requests
 * than the limit in any 60 seconds, wherever the far side's window begins: a burst leaves at full speed, and what goes on for longer is
 * stretched to a steady rate instead of running dry. And what the far side says is left is never exceeded, which also counts what others do
 * with the same token.
 *
 * @param limit requests in a window
 * @param left of them, as far as we were told
 * @param reset when the next window begins
 * @param last when the last command left
 */
record Budget(int limit, Bucket commands, Bucket looks, int left, Instant reset, Instant last) {
    /** LIFX's published rate; its reply headers correct it. */
    static final int LIMIT = 120;
    static final Duration WINDOW = Duration.ofSeconds(60);
    /** Two tellings of one window's end differ by less, as they are rounded to seconds. */
    private static final Duration SAME = Duration.ofSeconds(3);

    /** The parts of the limit: what looks may take at once and over a window, and what commands may take over a window. */
    private static final double LOOK_BURST = 0.025;
    private static final double LOOKS = 0.05;
    private static final double COMMANDS = 0.625;
    /** The least limit that has room for a look beside commands. */
    private static final int FEWEST = 3;
    /** Looks leave this part of what is left to commands. */
    private static final double RESERVE = 0.1;

    static Budget full(Instant now) {
        return new Budget(LIMIT, Bucket.full(burst(LIMIT), rate(COMMANDS, LIMIT), now),
                Bucket.full(lookBurst(LIMIT), rate(LOOKS, LIMIT), now), LIMIT, now.plus(WINDOW), Instant.EPOCH);
    }

    private static double rate(double part, int limit) {
        return part * limit / WINDOW.toSeconds();
    }

    /** Where the limit is hardly anything, one more than commands take would be too many: looks then wait for those to leave some. */
    private static double lookBurst(int limit) {
        return limit < FEWEST ? LOOK_BURST * limit : Math.max(1, LOOK_BURST * limit);
    }

    private static double burst(int limit) {
        return Math.max(1, limit - limit * (COMMANDS + LOOKS) - lookBurst(limit));
    }

    /** This budget as it stands at {@code now}: a window that is over gives way to a full one, and one too far ahead is not believed. */
    Budget at(Instant now) {
        var over = !now.isBefore(reset);
        var absurd = reset.isAfter(now.plus(WINDOW).plus(WINDOW));
        return new Budget(limit, commands.at(now), looks.at(now), over || absurd ? limit : left,
                over || absurd ? now.plus(WINDOW) : reset, last.isAfter(now) ? now : last);
    }

    Budget spentOnCommand(Instant now) {
        return new Budget(limit, commands.less(1), looks, left - 1, reset, now);
    }

    /** Looks have a trickle of their own, and share what commands hardly need. */
    Budget spentOnLook() {
        return commands.isHalfFull()
                ? new Budget(limit, commands.less(1), looks, left - 1, reset, last)
                : new Budget(limit, commands, looks.less(1), left - 1, reset, last);
    }

    /** What the far side said, less {@code underWay} requests that it may not have counted yet. */
    Budget told(Allowance allowance, int underWay) {
        var resized = limit == allowance.limit() ? this : resized(allowance.limit());
        var newer = allowance.reset().isAfter(reset.plus(SAME));
        var remaining = allowance.remaining() - underWay;
        return new Budget(resized.limit, resized.commands, resized.looks,
                newer ? remaining : Math.min(resized.left, remaining), allowance.reset(), last);
    }

    private Budget resized(int to) {
        return new Budget(to, commands.resized(burst(to), rate(COMMANDS, to)),
                looks.resized(lookBurst(to), rate(LOOKS, to)), Math.max(0, left + to - limit), reset, last);
    }

    /**
     * The far side wants nothing more before {@code until}; after that we begin gently. Looks keep the little they have: what waited is to
     * be seen to arrive, not only to be sent.
     */
    Budget exhausted(Instant until) {
        return new Budget(limit, commands.less(Math.max(0, commands.held() - 1)), looks, 0, until, last);
    }

    /** When the next command may leave; {@code now} when at once. */
    Instant nextCommand(Instant now) {
        if (left <= 0) {
            return reset;
        }
        return latest(now.plus(commands.timeUntil(1)), last.plus(spread(now)));
    }

    /** When the next look may leave. */
    Instant nextLook(Instant now) {
        if (left <= limit * RESERVE) {
            return reset;
        }
        return commands.isHalfFull() || looks.hasOne()
                ? now
                : earliest(now.plus(looks.timeUntil(1)),
                        now.plus(commands.timeUntil(commands.half())));
    }

    /** The time between commands that makes a little last until the window ends; none while there is enough. */
    private Duration spread(Instant now) {
        var time = Duration.between(now, reset);
        var needed = commands.perSecond() * time.toMillis() / 1000.0;
        return left >= needed ? Duration.ZERO : time.dividedBy(left);
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earliest(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
