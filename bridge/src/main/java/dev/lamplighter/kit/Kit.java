package dev.lamplighter.kit;

import dev.lamplighter.board.Board;
import dev.lamplighter.light.Secret;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * All that a board has to know.
 *
 * @param name the board's, which is its user's too
 * @param authority whom it has to trust; only with TLS, and not there either where it is not ours to give
 */
public record Kit(String name, Endpoint broker, Secret password, Topics topics, Optional<Ca> authority,
        Wifi wifi) {
    public Kit {
        if (!Board.isName(name)) {
            throw new IllegalArgumentException("not the name of a board: '" + name + "'");
        }
    }

    /**
     * The first levels of topics, without a slash at either end.
     *
     * @param base of commands to lights
     * @param boards of what boards tell
     */
    public record Topics(String base, String boards) {}

    /** An authority's certificate. */
    public record Ca(String pem) {
        private static final Pattern FRAME = Pattern.compile("-----[A-Z ]+-----");

        /** The same in half as many bytes. */
        byte[] der() {
            return Base64.getMimeDecoder().decode(FRAME.matcher(pem).replaceAll(""));
        }
    }

    /** The network a board is in; empty where its user fills that in. */
    public record Wifi(String ssid, Secret password) {
        public static final Wifi UNKNOWN = new Wifi("", new Secret(""));
    }

    /** What a person would type at another client, as one line. It holds the password. */
    public Secret essentials() {
        return new Secret(broker.url(name + ":" + password.reveal() + "@"));
    }
}
