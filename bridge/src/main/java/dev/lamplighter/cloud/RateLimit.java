package dev.lamplighter.cloud;

import dev.lamplighter.control.Reply.Allowance;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import okhttp3.Headers;

/** LIFX's request budget out of the headers of a reply. Its times are told by LIFX's clock and turned into ours by its {@code Date}. */
final class RateLimit {
    /** Windows last a minute; what claims to end later than this is not believed. */
    static final Duration FURTHEST = Duration.ofSeconds(75);
    /** Whoever is told so again and again waits longer each time. */
    static final Duration UNTOLD = Duration.ofSeconds(2);
    /** Both times are told in whole seconds; what ended earlier than that is of a window that is over. */
    private static final Duration COARSE = Duration.ofSeconds(1);
    private static final Duration SOONEST = Duration.ofSeconds(1);
    private static final int MOST_REQUESTS = 1_000_000;

    private RateLimit() {}

    /** Empty where a header is missing or makes no sense. */
    static Optional<Allowance> allowance(Headers headers, Instant now) {
        var limit = number(headers, "X-RateLimit-Limit").orElse(0);
        var remaining = Math.max(0, number(headers, "X-RateLimit-Remaining").orElse(Long.MAX_VALUE));
        if (limit < 1 || limit > MOST_REQUESTS || remaining > limit) {
            return Optional.empty();
        }
        return reset(headers, now).filter(at -> !at.isBefore(now.minus(COARSE)) && !at.isAfter(now.plus(FURTHEST)))
                .map(at -> new Allowance((int) limit, (int) remaining, at));
    }

    /** When to ask again after a 429: between a second and {@link #FURTHEST} from now. */
    static Instant until(Headers headers, Instant now) {
        var latest = now.plus(FURTHEST);
        var told = reset(headers, now).filter(at -> !at.isAfter(latest))
                .or(() -> retryAfter(headers, now).filter(at -> !at.isAfter(latest))).orElse(now.plus(UNTOLD));
        var earliest = now.plus(SOONEST);
        return told.isBefore(earliest) ? earliest : told;
    }

    private static Optional<Instant> reset(Headers headers, Instant now) {
        var theirs = number(headers, "X-RateLimit-Reset");
        if (theirs.isEmpty()) {
            return Optional.empty();
        }
        var date = Optional.ofNullable(headers.getInstant("Date")).orElse(now);
        return Optional.of(now.plusMillis(theirs.getAsLong() * 1000 - date.toEpochMilli()));
    }

    private static Optional<Instant> retryAfter(Headers headers, Instant now) {
        return number(headers, "Retry-After").stream().mapToObj(now::plusSeconds).findFirst();
    }

    /** No number of seconds or requests needs more digits than 12; so none can overflow. */
    private static OptionalLong number(Headers headers, String name) {
        var text = Optional.ofNullable(headers.get(name)).orElse("").strip();
        return text.matches("-?[0-9]{1,12}") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }
}
