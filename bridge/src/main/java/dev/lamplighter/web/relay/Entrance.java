package dev.lamplighter.web.relay;

import dev.lamplighter.light.Secret;
import dev.lamplighter.web.PasswordGate;
import dev.lamplighter.web.PasswordGate.Tried;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
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
 * Lets in who says the password of the house or a board's {@code name:password}, in place of LIFX's token. Whether it is right is looked up
 * slowly, so that it cannot be guessed fast; what was right is remembered for a minute by a keyed hash.
 */
public final class Entrance {
    private static final String HOUSE = "the house";
    private static final int MOST_KEPT = 100;
    private static final Duration KEPT = Duration.ofMinutes(1);

    private final PasswordGate gate;
    private final BoardLogins boards;
    private final InstantSource clock;
    private final SecretKeySpec key;
    private final Map<String, Kept> kept = new LinkedHashMap<>();

    /** @param edition of the boards when the guest was let in */
    private record Kept(Guest guest, Instant until, Object edition) {}

    /**
     * @param gate without a password every token is taken, which is for loopback only
     * @param key 16 bytes or more that nobody knows, made anew for each run
     */
    public Entrance(PasswordGate gate, BoardLogins boards, InstantSource clock, byte[] key) {
        this.gate = gate;
        this.boards = boards;
        this.clock = clock;
        this.key = new SecretKeySpec(key, "HmacSHA256");
    }

    /** @throws Refusal 401 for whoever may not in, 429 for who said too many wrong ones lately */
    Guest admit(Optional<String> authorization, String address) {
        var said = authorization.flatMap(Entrance::said).orElseThrow(Entrance::stranger);
        if (!gate.isLocked()) {
            return Guest.ofTheHouse(HOUSE);
        }
        var hash = hash(said);
        var edition = boards.edition();
        return known(hash, edition).orElseGet(() -> switch (gate.attempt(address, () -> guest(said))) {
            case Tried.Right<Guest>(var guest) -> keep(hash, guest, edition);
            case Tried.Wrong<Guest> _ -> throw stranger();
            case Tried.Later<Guest>(var wait) -> throw hasty(wait);
        });
    }

    private Optional<Guest> guest(String said) {
        var colon = said.indexOf(':');
        var board = colon <= 0
                ? Optional.<Guest>empty()
                : boards.board(said.substring(0, colon), new Secret(said.substring(colon + 1)));
        return board.or(() -> gate.opens(said) ? Optional.of(Guest.ofTheHouse(HOUSE)) : Optional.empty());
    }

    private synchronized Optional<Guest> known(String hash, Object edition) {
        var now = clock.instant();
        kept.values().removeIf(one -> !one.until.isAfter(now) || !one.edition.equals(edition));
        return Optional.ofNullable(kept.get(hash)).map(Kept::guest);
    }

    private synchronized Guest keep(String hash, Guest guest, Object edition) {
        if (kept.size() < MOST_KEPT) {
            kept.put(hash, new Kept(guest, clock.instant().plus(KEPT), edition));
        }
        return guest;
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

    private static Refusal hasty(Duration wait) {
        var seconds = wait.toSeconds() + 1;
        return new Refusal(RelayReply.error(429, "too many wrong passwords: try again in " + seconds + " s")
                .with(Map.of("Retry-After", Long.toString(seconds))));
    }
}
