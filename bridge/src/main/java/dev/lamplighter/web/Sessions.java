package dev.lamplighter.web;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Who is logged in, for as long as the process runs. Safe to call from any thread. */
final class Sessions {
    /** Without a visit in between. */
    static final Duration LASTS = Duration.ofDays(7);
    private static final int MOST = 200;
    private static final int BYTES = 32;

    private final Map<String, Session> open = new LinkedHashMap<>();
    private final SecureRandom random;
    private final InstantSource clock;

    /**
     * A session.
     *
     * @param token what its page has to show with every write
     */
    record Session(String token, Instant ends) {}

    Sessions(SecureRandom random, InstantSource clock) {
        this.random = random;
        this.clock = clock;
    }

    /** Begins a session; what its cookie holds. The one nobody used for longest goes where there are too many. */
    synchronized String begin() {
        var id = secret();
        open.put(id, new Session(secret(), clock.instant().plus(LASTS)));
        if (open.size() > MOST) {
            open.remove(open.keySet().iterator().next());
        }
        return id;
    }

    /** The session of a cookie, which lasts on from now. */
    synchronized Optional<Session> find(String id) {
        var now = clock.instant();
        var session = Optional.ofNullable(open.remove(id)).filter(it -> it.ends.isAfter(now))
                .map(it -> new Session(it.token, now.plus(LASTS)));
        session.ifPresent(it -> open.put(id, it));
        return session;
    }

    synchronized void end(String id) {
        open.remove(id);
    }

    /** Something that cannot be guessed. */
    String secret() {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
