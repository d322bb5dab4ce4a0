package dev.lamplighter.simulator;

import java.time.Instant;
import okhttp3.Headers;

/** What a reply says of the limit in its headers. */
public enum LimitHeaders {
    /** What is so. */
    TRUE,
    /** Nothing. */
    NONE,
    /** The window ended a minute ago. */
    RESET_PASSED,
    /** The window ends in an hour. */
    RESET_FAR,
    /** More is left than there ever was. */
    MORE_THAN_LIMIT,
    /** Less than nothing is left. */
    NEGATIVE,
    /** Words for numbers. */
    TEXT,
    /** A limit of nothing at all. */
    ZERO_LIMIT;

    Headers of(RateLimit.Ticket ticket, Instant now) {
        var seconds = now.getEpochSecond();
        return switch (this) {
            case TRUE -> headers(ticket.limit(), ticket.remaining(), ticket.reset());
            case NONE -> Headers.EMPTY;
            case RESET_PASSED -> headers(ticket.limit(), ticket.remaining(), seconds - 60);
            case RESET_FAR -> headers(ticket.limit(), ticket.remaining(), seconds + 3600);
            case MORE_THAN_LIMIT -> headers(ticket.limit(), ticket.limit() * 10L, ticket.reset());
            case NEGATIVE -> headers(ticket.limit(), -1, ticket.reset());
            case TEXT -> headers("many", "some", "soon");
            case ZERO_LIMIT -> headers(0, 0, ticket.reset());
        };
    }

    private static Headers headers(Object limit, Object remaining, Object reset) {
        return Headers.of("X-RateLimit-Limit", limit.toString(), "X-RateLimit-Remaining", remaining.toString(),
                "X-RateLimit-Reset", reset.toString());
    }
}
