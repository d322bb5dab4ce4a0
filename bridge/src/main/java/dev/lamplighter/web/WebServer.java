package dev.lamplighter.web;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Listens for HTTP: each request on a virtual thread of its own, each bounded in size and time. */
public final class WebServer implements AutoCloseable {
    /** Limits that the JDK's server takes from the process alone, in seconds, bytes and numbers. A user's own stay. */
    private static final Map<String, String> LIMITS = Map.of("sun.net.httpserver.maxReqTime", "10",
            "sun.net.httpserver.idleInterval", "30", "sun.net.httpserver.maxReqHeaders", "100",
            "sun.net.httpserver.maxReqHeaderSize", "32768", "jdk.httpserver.maxConnections", "500",
            "sun.net.httpserver.nodelay", "true");

    static {
        LIMITS.forEach((name, value) -> {
            if (System.getProperty(name) == null) {
                System.setProperty(name, value);
            }
        });
    }

    private final HttpServer server;
    private final ExecutorService threads;
    private final String bind;

    private WebServer(HttpServer server, ExecutorService threads, String bind) {
        this.server = server;
        this.threads = threads;
        this.bind = bind;
    }

    /**
     * Listens from now on.
     *
     * @param gate asks for the password of {@code settings}
     * @throws IOException where that is not possible, such as at a port that is taken
     */
    public static WebServer start(WebSettings settings, WebParts parts, PasswordGate gate, InstantSource clock)
            throws IOException {
        var at = new InetSocketAddress(settings.bind(), settings.port());
        if (at.isUnresolved()) {
            throw new IOException("there is no address " + settings.bind());
        }
        var server = HttpServer.create(at, 0);
        var threads = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("web-", 0).factory());
        var guard = new Guard(settings, gate, new SecureRandom(), clock);
        server.setExecutor(threads);
        server.createContext("/", new Exchanges(new Routes(routes(parts, guard)), guard, parts.traffic()));
        server.start();
        return new WebServer(server, threads, settings.bind());
    }

    static List<Route> routes(WebParts parts, Guard guard) {
        var routes = new ArrayList<>(new LoginRoutes(guard).routes());
        routes.addAll(parts.routes());
        routes.add(Route.get(Routes.EVERYTHING, Route.Access.OPEN, new Pages()));
        return routes;
    }

    /** The one it listens on. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** Where a browser of this machine finds it. */
    public URI here() {
        return WebSettings.here(bind, port());
    }

    /** Cuts off all who are connected. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
