package dev.lamplighter.control;

import dev.lamplighter.control.Way.Sighting;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Looks at the lights of a way: at once, in between, and soon after they were told to change. Owned by the owner's thread. */
final class Watch implements Follower {
    private static final Duration WITHIN = Duration.ofSeconds(10);
    /** A look that has not answered by then holds up no other; it is heard all the same, unless a later one has told more by then. */
    private static final Duration OVERDUE = Duration.ofSeconds(3);
    /** A refusal, such as of the token, will hardly pass by itself: somebody has to mend it. */
    private static final Duration AFTER_REFUSAL = Duration.ofSeconds(60);
    /** While something happens the lights are looked at this often, if not more often anyway. */
    private static final Duration LIVELY = Duration.ofSeconds(5);
    private static final Duration CALMING = Duration.ofSeconds(30);
    /** A light that was not in a look may only have been left out of it. */
    private static final Duration MISSED = Duration.ofSeconds(2);
    /** However often somebody asks. */
    private static final Duration APART = Duration.ofSeconds(1);
    /** A way that has let us see nothing for so long reaches no light either, as far as anybody can tell. */
    private static final Duration BLIND = Duration.ofMinutes(2);

    private final Route route;
    private final Duration poll;
    private final Ledger ledger;
    private final Announcer announcer;
    private final Surroundings around;
    private final LookDone done;
    /** When the look began that is waited for. */
    private Optional<Instant> looking = Optional.empty();
    private boolean again;
    /** When the look began that has told most lately. */
    private Instant told = Instant.MIN;
    /** When the first look failed after the last that did not. */
    private Optional<Instant> blindSince = Optional.empty();
    private Instant next = Instant.MAX;
    private Instant calmFrom = Instant.EPOCH;

    /** Told of each look that ended. */
    interface LookDone {
        /** @param begun when the look began */
        void seen(Instant begun);

        void refused(String reason);
    }

    Watch(Route route, Duration poll, Ledger ledger, Announcer announcer, Surroundings around, LookDone done) {
        this.route = route;
        this.poll = poll;
        this.ledger = ledger;
        this.announcer = announcer;
        this.around = around;
        this.done = done;
    }

    Route route() {
        return route;
    }

    @Override
    public void stirred(Instant now) {
        calmFrom = now.plus(CALMING);
    }

    /** Looks as soon as may be, as somebody asks for it; many who ask at about the same time share one look. */
    void lookFor(Instant asked) {
        var rested = route.line().restsUntil();
        var apart = told.isAfter(asked.minus(APART)) ? told.plus(APART) : asked;
        lookAt(rested.isAfter(apart) ? rested : apart);
    }

    /** Looks at {@code when}, unless a look comes sooner anyway. */
    @Override
    public void lookAt(Instant when) {
        if (!when.isBefore(next)) {
            return;
        }
        next = when;
        var now = around.clock().instant();
        var delay = when.isAfter(now) ? Duration.between(now, when) : Duration.ZERO;
        around.timer().after(delay, () -> {
            // A sooner look may have been asked for since, and then set another time.
            if (next.equals(when)) {
                next = Instant.MAX;
                look();
            }
        });
    }

    private void look() {
        if (looking.isPresent()) {
            // What is being read now may be older than what was asked for.
            again = true;
            return;
        }
        var now = around.clock().instant();
        var allowed = route.line().nextLook(now);
        if (allowed.isAfter(now)) {
            lookAt(allowed);
            return;
        }
        looking = Optional.of(now);
        again = false;
        route.line().departsToLook(now);
        around.timer().after(OVERDUE, () -> {
            if (isOver(now)) {
                lookAt(around.clock().instant());
            }
        });
        Calls.make(around, () -> route.way().look(WITHIN), reply -> arrive(reply, now));
    }

    /** The look that began then is no longer waited for; says whether it still was. */
    private boolean isOver(Instant begun) {
        var was = looking.filter(begun::equals).isPresent();
        looking = looking.filter(other -> !other.equals(begun));
        return was;
    }

    private void arrive(Reply<List<Sighting>> reply, Instant begun) {
        var now = around.clock().instant();
        if (isOver(begun) && again) {
            lookAt(now);
        }
        route.line().arrivesFromLook(reply.allowance());
        if (begun.isBefore(told)) {
            return;
        }
        switch (reply.outcome()) {
            case Outcome.Done<List<Sighting>>(var sightings) -> seen(sightings, begun, now);
            case Outcome.Throttled<List<Sighting>>(var until) -> {
                route.line().throttled(until, now);
                lookAt(until);
            }
            case Outcome.Unreachable<List<Sighting>>(var cause, _) -> {
                route.line().fails(cause, now, around.random());
                announcer.fails(route.way().via(), cause);
                sawNothing(now);
                lookAt(route.line().restsUntil());
            }
            case Outcome.Refused<List<Sighting>>(var reason) -> {
                route.line().refuses(reason);
                announcer.fails(route.way().via(), reason);
                done.refused(reason);
                sawNothing(now);
                lookAt(now.plus(AFTER_REFUSAL));
            }
        }
    }

    private void sawNothing(Instant now) {
        var since = blindSince.orElse(now);
        blindSince = Optional.of(since);
        if (!now.isBefore(since.plus(BLIND))) {
            ledger.outOfSight(route.way().via()).forEach(announcer::light);
        }
    }

    private void seen(List<Sighting> sightings, Instant begun, Instant now) {
        var via = route.way().via();
        told = begun;
        blindSince = Optional.empty();
        route.line().works();
        announcer.works(via);
        var gone = ledger.observe(sightings, via, begun);
        gone.forEach(announcer::lost);
        sightings.forEach(sighting -> announcer.lookedAt(sighting.light().id(), begun));
        done.seen(begun);
        lookAt(nextLook(now));
    }

    private Instant nextLook(Instant now) {
        var pause = now.isBefore(calmFrom) && LIVELY.compareTo(poll) < 0 ? LIVELY : poll;
        var regular = now.plus(ledger.isMissingAny(route.way().via()) && MISSED.compareTo(pause) < 0 ? MISSED : pause);
        return ledger.due(route.way().via()).filter(due -> due.isAfter(now) && due.isBefore(regular)).orElse(regular);
    }
}
