package dev.lamplighter.control;

import dev.lamplighter.control.Reply.Allowance;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** How a way fares: its budget where its requests are counted, what is under way on it, and whether it works. Owned by the owner's thread. */
final class Line {
    /**
     * For each command that is under way the next one leaves this much later after the last, so that a burst gathers into few calls, the
     * longer it lasts the fewer, and calls that hang hold nobody else back for long.
     */
    static final Duration GATHERING = Duration.ofMillis(50);
    private static final int MOST_GATHERING = 4;

    private final Via via;
    private Budget budget;
    private int commands;
    private int looks;
    private Instant lastDeparture = Instant.EPOCH;
    private Instant restsUntil = Instant.MIN;
    private int failures;
    private int throttles;
    private Optional<String> trouble = Optional.empty();
    private Optional<String> refusal = Optional.empty();

    Line(Via via, Instant now) {
        this.via = via;
        budget = Budget.full(now);
    }

    /** When the next command may leave; not after {@code now} when at once. */
    Instant nextCommand(Instant now) {
        if (!via.isCounted()) {
            return restsUntil;
        }
        budget = budget.at(now);
        var gathered = lastDeparture.plus(GATHERING.multipliedBy(Math.min(commands, MOST_GATHERING)));
        return Stream.of(budget.nextCommand(now), restsUntil, gathered).max(Comparator.naturalOrder()).orElse(now);
    }

    /** When the next look may leave. */
    Instant nextLook(Instant now) {
        if (!via.isCounted()) {
            return now;
        }
        budget = budget.at(now);
        return budget.nextLook(now);
    }

    void departs(Instant now) {
        budget = budget.at(now).spentOnCommand(now);
        lastDeparture = now;
        commands++;
    }

    void departsToLook(Instant now) {
        budget = budget.at(now).spentOnLook();
        looks++;
    }

    void arrives(Optional<Allowance> allowance) {
        commands--;
        learn(allowance);
    }

    void arrivesFromLook(Optional<Allowance> allowance) {
        looks--;
        learn(allowance);
    }

    private void learn(Optional<Allowance> allowance) {
        allowance.ifPresent(told -> budget = budget.told(told, commands + looks));
    }

    void works() {
        failures = 0;
        throttles = 0;
        restsUntil = Instant.MIN;
        trouble = Optional.empty();
        refusal = Optional.empty();
    }

    /** It lets us see nothing, and waiting will hardly change that. */
    void refuses(String reason) {
        refusal = Optional.of(reason);
    }

    Optional<String> refusal() {
        return refusal;
    }

    /** It has had enough; each time in a row it is left alone for longer, whatever it says. */
    void throttled(Instant until, Instant now) {
        throttles++;
        var atLeast = now.plus(Retry.pause(throttles));
        budget = budget.exhausted(until.isAfter(atLeast) ? until : atLeast);
    }

    /** It failed again; it rests a little, longer each time. What was under way together fails together, and that is one failure. */
    void fails(String reason, Instant now, RandomGenerator random) {
        trouble = Optional.of(reason);
        if (!now.isBefore(restsUntil)) {
            failures++;
            restsUntil = now.plus(Retry.after(failures, random));
        }
    }

    Instant restsUntil() {
        return restsUntil;
    }

    Vitals.Fare fare(Instant now) {
        budget = budget.at(now);
        var left = Optional.of(new Allowance(budget.limit(), Math.max(0, budget.left()), budget.reset()))
                .filter(_ -> via.isCounted());
        return new Vitals.Fare(via, refusal.or(() -> trouble), commands + looks, left);
    }

    Optional<String> trouble() {
        return trouble;
    }
}
