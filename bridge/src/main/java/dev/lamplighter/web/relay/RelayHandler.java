package dev.lamplighter.web.relay;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hangs the relay into Java's own web server, below {@code /v1/}. */
public final class RelayHandler implements HttpHandler {
    /** The longest body that is read, in bytes: fifty states are a tenth of it. */
    public static final int LONGEST_BODY = 65_536;

    private static final Logger LOG = LoggerFactory.getLogger(RelayHandler.class);

    private final Relay relay;

    public RelayHandler(Relay relay) {
        this.relay = relay;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = exchange.getRequestBody().readNBytes(LONGEST_BODY + 1);
            send(exchange, body.length > LONGEST_BODY
                    ? RelayReply.error(413, "the body is longer than " + LONGEST_BODY + " bytes")
                    : answer(request(exchange, body)));
        }
    }

    private RelayReply answer(RelayRequest request) {
        try {
            return relay.answer(request);
        } catch (RuntimeException bug) {
            LOG.error("A fault in Lamplighter kept a request from being answered; please report this", bug);
            return RelayReply.error(500, "a fault in Lamplighter");
        }
    }

    private static RelayRequest request(HttpExchange exchange, byte[] body) {
        var headers = new HashMap<String, String>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
        var uri = exchange.getRequestURI();
        return new RelayRequest(exchange.getRequestMethod(), uri.getRawPath(),
                Optional.ofNullable(uri.getRawQuery()).orElse(""), headers, new String(body, StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, RelayReply reply) throws IOException {
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        var body = reply.body().getBytes(StandardCharsets.UTF_8);
        // -1 stands for no body at all, 0 for one of unknown length.
        exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }
}
