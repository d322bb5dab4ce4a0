package dev.lamplighter.web.relay;

import dev.lamplighter.light.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Lets in who says the password of the house or a board's {@code name:password}, in place of LIFX's token. What a board said is checked
 * slowly, so that it cannot be guessed fast; what was right is remembered for a minute by a keyed hash, what was wrong counts.
 */
public final class Entrance {
    private static final String HOUSE = "the house";
    private static final int MOST_WRONG = 10;
    private static final int MOST_KEPT = 100;
    private static final Duration KEPT = Duration.ofMinutes(1);

    private final Optional<Secret> password;
    private final Boards boards;
    private final InstantSource clock;
    private final SecretKeySpec key;
    private final Map<String, Kept> kept = new LinkedHashMap<>();
    private Instant counting = Instant.MIN;
    private int wrong;

    private record Kept(Guest guest, Instant until) {}

    /**
     * @param password of the house; without one every token is taken, which is for loopback only
     * @param key 16 bytes or more that nobody knows, made anew for each run
     */
    public Entrance(Optional<Secret> password, Boards boards, InstantSource clock, byte[] key) {
        this.password = password;
        this.boards = boards;
        this.clock = clock;
        this.key = new SecretKeySpec(key, "HmacSHA256");
    }

    /** @throws Refusal 401 for whoever may not in, 429 when too many wrong ones were said lately */
    Guest admit(Optional<String> authorization) {
        var said = authorization.flatMap(Entrance::said).orElseThrow(Entrance::stranger);
        if (password.isEmpty() || isSame(said, password.get().reveal())) {
            return Guest.ofTheHouse(HOUSE);
        }
        return board(said).orElseThrow(Entrance::stranger);
    }

    private synchronized Optional<Guest> board(String said) {
        var colon = said.indexOf(':');
        var hash = hash(said);
        var now = clock.instant();
        kept.values().removeIf(one -> !one.until.isAfter(now));
        if (kept.containsKey(hash)) {
            return Optional.of(kept.get(hash).guest);
        }
        assertFewWrong(now);
        var guest = colon <= 0
                ? Optional.<Guest>empty()
                : boards.board(said.substring(0, colon), new Secret(said.substring(colon + 1)));
        guest.filter(_ -> kept.size() < MOST_KEPT).ifPresent(it -> kept.put(hash, new Kept(it, now.plus(KEPT))));
        wrong += guest.isPresent() ? 0 : 1;
        return guest;
    }

    private void assertFewWrong(Instant now) {
        if (!counting.plus(KEPT).isAfter(now)) {
            counting = now;
            wrong = 0;
        }
        if (wrong >= MOST_WRONG) {
            throw new Refusal(RelayReply.error(429, "too many wrong passwords: wait a minute"));
        }
    }

    /** What stands for the token: of a Basic login the name, and the password behind it where there is one. */
    private static Optional<String> said(String header) {
        var space = header.indexOf(' ');
        var value = header.substring(space + 1).strip();
        if (space < 0 || value.isEmpty()) {
            return Optional.empty();
        }
        return switch (header.substring(0, space).toLowerCase(Locale.ROOT)) {
            case "bearer" -> Optional.of(value);
            case "basic" -> basic(value);
            default -> Optional.empty();
        };
    }

    private static Optional<String> basic(String value) {
        try {
            var text = new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8);
            return Optional.of(text.endsWith(":") ? text.substring(0, text.length() - 1) : text)
                    .filter(it -> !it.isEmpty());
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static boolean isSame(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private String hash(String said) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(said.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException never) {
            throw new IllegalStateException("every Java has HmacSHA256", never);
        }
    }

    private static Refusal stranger() {
        return new Refusal(RelayReply.error(401, "the token is missing or wrong"));
    }
}
