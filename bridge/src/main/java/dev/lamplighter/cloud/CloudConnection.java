package dev.lamplighter.cloud;

import dev.lamplighter.light.Parsed;
import dev.lamplighter.light.Secret;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;

/** From settings to what a client needs for a connection, or to a word on what is wrong with them. */
final class CloudConnection {
    private static final Duration TO_CONNECT = Duration.ofSeconds(5);
    /** How often a quiet connection is asked whether it still lives. */
    private static final Duration PULSE = Duration.ofSeconds(15);

    private CloudConnection() {}

    static Parsed<Endpoint> endpoint(CloudSettings settings) {
        var url = HttpUrl.get(settings.url());
        if (url == null) {
            return Parsed.rejected("cloud.url", "'" + settings.url() + "' is not an https:// address");
        }
        if (!url.isHttps() && !isLoopback(url.host())) {
            return Parsed.rejected("cloud.url",
                    "'" + settings.url() + "' would send the token unencrypted; only https:// may leave this machine");
        }
        return Parsed.accepted(new Endpoint(url, settings.ca()));
    }

    /** A name other than localhost is not looked up for this: whoever answers could say anything. */
    private static boolean isLoopback(String host) {
        try {
            return host.equals("localhost") || InetAddress.ofLiteral(host).isLoopbackAddress();
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    static Parsed<Secret> token(Secret token) {
        var text = token.reveal();
        if (text.isEmpty()) {
            return Parsed.rejected("cloud.token", "the token is empty");
        }
        var odd = (int) text.chars().takeWhile(c -> c > ' ' && c < 0x7f).count();
        return odd == text.length()
                ? Parsed.accepted(token)
                : Parsed.rejected("cloud.token", "character " + (odd + 1) + " cannot be part of a token");
    }

    static Parsed<OkHttpClient> http(Optional<Path> ca, Dns names) {
        var client = client(names);
        return ca.isEmpty()
                ? Parsed.accepted(client.build())
                : Authorities.read(ca.get()).then(trust -> Parsed.accepted(trusting(client, trust)));
    }

    private static OkHttpClient trusting(OkHttpClient.Builder client, HandshakeCertificates trust) {
        return client.sslSocketFactory(trust.sslSocketFactory(), trust.trustManager()).build();
    }

    private static OkHttpClient.Builder client(Dns names) {
        // HTTP/2 where the server can, and a second try over a new connection where the first has died: most requests
        // say what is to be, not what is to change, and do no harm when they arrive twice. The others forbid it.
        return new OkHttpClient.Builder().dns(names).socketFactory(new PromptSockets()).retryOnConnectionFailure(true)
                .followRedirects(false)
                .followSslRedirects(false).connectTimeout(TO_CONNECT).readTimeout(CloudClient.LONGEST_CALL)
                .writeTimeout(CloudClient.LONGEST_CALL).pingInterval(PULSE);
    }
}
