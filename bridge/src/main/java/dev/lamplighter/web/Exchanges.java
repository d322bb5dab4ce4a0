package dev.lamplighter.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads requests, has them answered, and writes the answers. */
final class Exchanges implements HttpHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Exchanges.class);

    /** More than any request of ours needs, in bytes. */
    static final int LONGEST_BODY = 64 * 1024;

    /** How long an answer that is whole may take to be read; a stream minds its listeners itself. */
    private static final Duration READING = Duration.ofSeconds(20);

    /** Who answers, by the first level of a path; the rest is the page. */
    private static final Map<String, String> FACES = Map.of("api", "api", "v1", "relay", "health", "health",
            "metrics", "metrics");

    private static final Map<String, String> ALWAYS = Map.of("Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
                    + "manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
            "X-Content-Type-Options", "nosniff", "X-Frame-Options", "DENY", "Referrer-Policy", "no-referrer",
            "Cross-Origin-Resource-Policy", "same-origin", "Cross-Origin-Opener-Policy", "same-origin");

    private final Routes routes;
    private final Guard guard;
    private final Traffic traffic;

    Exchanges(Routes routes, Guard guard, Traffic traffic) {
        this.routes = routes;
        this.guard = guard;
        this.traffic = traffic;
    }

    /** A request that cannot be read as one. */
    private static final class Unreadable extends Exception {
        private final int status;

        private Unreadable(int status, String detail) {
            super(detail);
            this.status = status;
        }
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var begun = System.nanoTime();
            var answer = answer(exchange);
            traffic.answered(face(exchange.getRequestURI().getRawPath()), exchange.getRequestMethod(),
                    answer.status(), Duration.ofNanos(System.nanoTime() - begun));
            write(exchange, answer);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private static String face(@Nullable String path) {
        var first = path == null ? "" : path.split("/", 3).length > 1 ? path.split("/", 3)[1] : "";
        return FACES.getOrDefault(first, "page");
    }

    private Answer answer(HttpExchange exchange) throws IOException, InterruptedException {
        try {
            return answer(exchange, headers(exchange));
        } catch (Unreadable wrong) {
            return Problem.of(wrong.status, String.valueOf(wrong.getMessage())).with("Connection", "close");
        } catch (RuntimeException bug) {
            LOG.error("A fault in Lamplighter; it goes on, but please report this", bug);
            return Problem.of(500, "a fault in Lamplighter: its log says more");
        }
    }

    private Answer answer(HttpExchange exchange, Call head) throws IOException, InterruptedException, Unreadable {
        return switch (routes.find(head.method(), head.path())) {
            case Routes.Found.Nowhere(var why) -> guard.refusal(head, Route.Access.OPEN).orElse(why);
            case Routes.Found.There(var route) -> {
                var refusal = guard.refusal(head, route.access());
                yield refusal.isPresent() ? refusal.get() : route.handler().answer(whole(exchange, head));
            }
        };
    }

    private static Call headers(HttpExchange exchange) throws Unreadable {
        var headers = new HashMap<String, List<String>>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
        var uri = exchange.getRequestURI();
        var path = uri.getRawPath();
        if (path == null || !path.startsWith("/")) {
            throw new Unreadable(400, "an address begins with a slash");
        }
        var query = uri.getRawQuery();
        return new Call(exchange.getRequestMethod(), path, query == null ? "" : query, headers,
                exchange.getRemoteAddress().getAddress().getHostAddress().split("%", 2)[0], "");
    }

    /** Only who may ask has his body read. */
    private static Call whole(HttpExchange exchange, Call head) throws IOException, Unreadable {
        var bytes = exchange.getRequestBody().readNBytes(LONGEST_BODY + 1);
        if (bytes.length > LONGEST_BODY) {
            throw new Unreadable(413, "a body has at most " + LONGEST_BODY + " bytes");
        }
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return new Call(head.method(), head.path(), head.query(), head.headers(), head.address(), text);
        } catch (CharacterCodingException wrong) {
            throw new Unreadable(400, "the body is not UTF-8");
        }
    }

    private static void write(HttpExchange exchange, Answer answer) throws IOException, InterruptedException {
        ALWAYS.forEach(exchange.getResponseHeaders()::set);
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        switch (answer) {
            case Answer.Whole whole -> writeInTime(exchange, whole);
            case Answer.Stream(var type, var writer) -> {
                exchange.getResponseHeaders().set("Content-Type", type);
                exchange.sendResponseHeaders(200, exchange.getRequestMethod().equals("HEAD") ? -1 : 0);
                if (!exchange.getRequestMethod().equals("HEAD")) {
                    writer.write(exchange.getResponseBody());
                }
            }
        }
    }

    /** Who asks and does not read would keep a connection for ever. A thread that is interrupted while it writes closes its connection. */
    private static void writeInTime(HttpExchange exchange, Answer.Whole whole) throws IOException {
        var writing = Thread.currentThread();
        var watch = Thread.startVirtualThread(() -> {
            try {
                Thread.sleep(READING);
                writing.interrupt();
            } catch (InterruptedException read) {
                Thread.currentThread().interrupt();
            }
        });
        try {
            write(exchange, whole);
        } finally {
            watch.interrupt();
        }
    }

    private static void write(HttpExchange exchange, Answer.Whole whole) throws IOException {
        var headers = exchange.getResponseHeaders();
        whole.headers().forEach(headers::set);
        whole.content().ifPresent(content -> headers.set("Content-Type", content.type()));
        var length = whole.content().map(Content::length).orElse(0);
        var isHead = exchange.getRequestMethod().equals("HEAD");
        if (isHead) {
            headers.set("Content-Length", Integer.toString(length));
        }
        exchange.sendResponseHeaders(whole.status(), isHead || length == 0 ? -1 : length);
        if (!isHead && whole.content().isPresent()) {
            whole.content().get().writeTo(exchange.getResponseBody());
        }
    }
}
