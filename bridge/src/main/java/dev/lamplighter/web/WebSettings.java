package dev.lamplighter.web;

import dev.lamplighter.light.Secret;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Where the page is, and who may see it.
 *
 * @param bind the address or name to listen on
 * @param port 0 to 65535, 0 taking a free one
 * @param password what people log in with; without one whoever reaches the page may do everything
 * @param hosts names by which browsers come here, besides addresses and {@code localhost}
 */
public record WebSettings(String bind, int port, Optional<Secret> password, List<String> hosts) {
    public static final String LOOPBACK = "127.0.0.1";

    public WebSettings {
        hosts = List.copyOf(hosts);
    }

    /** For this machine alone, without a password. */
    public static WebSettings here(int port) {
        return new WebSettings(LOOPBACK, port, Optional.empty(), List.of());
    }

    /** Where a browser of this machine finds it. */
    public URI here() {
        return here(bind, port);
    }

    static URI here(String bind, int port) {
        var host = isEverywhere(bind) ? "localhost" : bind;
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port + "/");
    }

    /** Whoever listens at one address only is at no other, not even at this machine's own. */
    private static boolean isEverywhere(String bind) {
        try {
            return InetAddress.ofLiteral(bind).isAnyLocalAddress();
        } catch (IllegalArgumentException name) {
            return false;
        }
    }

    /** Whether nobody but this machine comes in. Nothing is asked for a name. */
    public boolean isLoopback() {
        return isLoopback(bind);
    }

    /** Whether only this machine comes in at {@code bind}. */
    public static boolean isLoopback(String bind) {
        try {
            return bind.equals("localhost") || InetAddress.ofLiteral(bind).isLoopbackAddress();
        } catch (IllegalArgumentException name) {
            return false;
        }
    }
}
