package dev.lamplighter.config;

import java.net.InetAddress;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The URLs that may be set. */
final class Urls {
    private static final Set<String> BROKER = Set.of("mqtt", "mqtts", "ws", "wss");
    private static final Set<String> WITH_PATH = Set.of("ws", "wss");

    private Urls() {}

    static Optional<URI> broker(String text) {
        return server(text).filter(url -> BROKER.contains(url.getScheme()))
                .filter(url -> WITH_PATH.contains(url.getScheme()) || url.getPath().isEmpty());
    }

    /** Without the slash at its end, so that paths can be put behind it. */
    static Optional<URI> cloud(String text) {
        return server(text.replaceFirst("/$", "")).filter(url -> url.getPath().isEmpty()).filter(Urls::isSafe);
    }

    private static boolean isSafe(URI url) {
        return switch (url.getScheme()) {
            case "https" -> true;
            case "http" -> isLoopback(url.getHost());
            default -> false;
        };
    }

    private static Optional<URI> server(String text) {
        try {
            return Optional.of(URI.create(text)).filter(url -> url.getScheme() != null && url.getHost() != null)
                    .filter(url -> url.getUserInfo() == null && url.getQuery() == null && url.getFragment() == null)
                    .filter(url -> url.getPort() >= -1 && url.getPort() != 0 && url.getPort() <= 65535);
        } catch (IllegalArgumentException noUrl) {
            return Optional.empty();
        }
    }

    /** Decided from the text alone: asking a name server would make the answer depend on the network. */
    private static boolean isLoopback(String host) {
        var name = host.toLowerCase(Locale.ROOT);
        if (name.equals("localhost") || name.endsWith(".localhost")) {
            return true;
        }
        try {
            return InetAddress.ofLiteral(host.replaceAll("[\\[\\]]", "")).isLoopbackAddress();
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }
}
