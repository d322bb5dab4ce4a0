package dev.lamplighter.web;

import dev.lamplighter.web.PasswordGate.Tried;
import dev.lamplighter.web.Route.Access;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Says who may do what. */
final class Guard {
    static final String COOKIE = "lamplighter";
    static final String TOKEN = "X-Lamplighter-Token";
    /** What browsers say of requests that no other site has made. */
    private static final Set<String> OUR_OWN = Set.of("same-origin", "none");

    private final Names names;
    private final PasswordGate gate;
    private final Sessions sessions;
    /** The token of all pages where there is no password. */
    private final String token;

    Guard(WebSettings settings, PasswordGate gate, SecureRandom random, InstantSource clock) {
        names = new Names(Stream.concat(settings.hosts().stream(), Stream.of(settings.bind())).toList());
        this.gate = gate;
        sessions = new Sessions(random, clock);
        token = sessions.secret();
    }

    boolean hasPassword() {
        return gate.isLocked();
    }

    /** Why a request is turned away. */
    Optional<Answer.Whole> refusal(Call call, Access access) {
        return switch (access) {
            case OPEN -> strange(call);
            case OWN -> strange(call).or(() -> foreign(call));
            case LOOK -> strange(call).or(() -> foreign(call)).or(() -> unknown(call));
            case ACT -> strange(call).or(() -> foreign(call)).or(() -> unknown(call)).or(() -> tokenless(call));
            case COUNT -> strange(call).or(() -> isPassed(call) ? Optional.empty() : uncounted(call));
        };
    }

    private Optional<Answer.Whole> strange(Call call) {
        var hosts = call.headers().getOrDefault("host", List.of());
        if (hosts.size() != 1) {
            return Optional.of(Problem.of(400, "a request needs one Host header"));
        }
        return names.include(hosts.getFirst())
                ? Optional.empty()
                : Optional.of(Problem.of(403, "this page does not go by that name: come by an address, or put the name "
                        + "into the setting web.hosts"));
    }

    /** Another site's page made the browser ask. */
    Optional<Answer.Whole> foreign(Call call) {
        var isOurs = call.header("origin").map(origin -> isHere(origin, call)).orElse(true)
                && call.header("sec-fetch-site").map(OUR_OWN::contains).orElse(true);
        return isOurs ? Optional.empty() : Optional.of(Problem.of(403, "this comes from another site's page"));
    }

    private static boolean isHere(String origin, Call call) {
        var host = call.header("host").orElse("");
        return origin.equals("http://" + host) || origin.equals("https://" + host);
    }

    private Optional<Answer.Whole> unknown(Call call) {
        return token(call).isPresent() ? Optional.empty() : Optional.of(Problem.of(401, "log in first"));
    }

    private Optional<Answer.Whole> tokenless(Call call) {
        var ours = token(call).orElse("").getBytes(StandardCharsets.UTF_8);
        var theirs = call.header(TOKEN).orElse("").getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(ours, theirs)
                ? Optional.empty()
                : Optional.of(Problem.of(403, "the header " + TOKEN + " has to hold the token of GET /api/session"));
    }

    /** The token of who asks; empty for who has not logged in. */
    Optional<String> token(Call call) {
        return hasPassword()
                ? call.cookie(COOKIE).flatMap(sessions::find).map(Sessions.Session::token)
                : Optional.of(token);
    }

    private boolean isPassed(Call call) {
        return token(call).isPresent();
    }

    private Optional<Answer.Whole> uncounted(Call call) {
        var sent = call.header("authorization").flatMap(Guard::passwordIn);
        if (sent.isEmpty()) {
            return Optional.of(Problem.of(401, "the password is needed, as Basic or Bearer")
                    .with("WWW-Authenticate", "Basic realm=\"Lamplighter\""));
        }
        return switch (attempt(sent.get(), call.address())) {
            case Tried.Right<String> _ -> Optional.empty();
            case Tried.Wrong<String> _ -> Optional.of(Problem.of(401, "the password is wrong"));
            case Tried.Later<String>(var wait) -> Optional.of(later(wait));
        };
    }

    private static Optional<String> passwordIn(String authorization) {
        var parts = authorization.split(" ", 2);
        if (parts.length < 2) {
            return Optional.empty();
        }
        return parts[0].equalsIgnoreCase("bearer")
                ? Optional.of(parts[1].strip())
                : parts[0].equalsIgnoreCase("basic") ? basic(parts[1].strip()) : Optional.empty();
    }

    private static Optional<String> basic(String coded) {
        try {
            var pair = new String(Base64.getDecoder().decode(coded), StandardCharsets.UTF_8);
            return Optional.of(pair.substring(pair.indexOf(':') + 1));
        } catch (IllegalArgumentException broken) {
            return Optional.empty();
        }
    }

    /** Whether that is the password. */
    Tried<String> attempt(String said, String address) {
        return gate.attempt(address, () -> Optional.of(said).filter(gate::opens));
    }

    static Answer.Whole later(Duration wait) {
        var seconds = wait.toSeconds() + 1;
        return Problem.of(429, "too many wrong passwords: try again in " + seconds + " s")
                .with("Retry-After", Long.toString(seconds));
    }

    /** The cookie of a new session. */
    String begin() {
        return COOKIE + "=" + sessions.begin() + "; Path=/; Max-Age=" + Sessions.LASTS.toSeconds()
                + "; HttpOnly; SameSite=Strict";
    }

    /** The cookie that takes the session's away. */
    String end(Call call) {
        call.cookie(COOKIE).ifPresent(sessions::end);
        return COOKIE + "=; Path=/; Max-Age=0; HttpOnly; SameSite=Strict";
    }
}
