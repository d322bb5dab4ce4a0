package dev.lamplighter.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lamplighter.light.Secret;
import dev.lamplighter.web.NewBoards.Made;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** A page that is served for real, over lights that take every command at once. */
final class Site implements AutoCloseable {
    static final String PASSWORD = "a long word";
    private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]+)\"");
    private static final int PATIENCE_MS = 30_000;

    final List<String> given = new CopyOnWriteArrayList<>();
    final List<String> missing = new CopyOnWriteArrayList<>();
    private final AtomicLong skipped = new AtomicLong();
    private final Deque<Runnable> timers = new ConcurrentLinkedDeque<>();
    final News news = new News(() -> System.nanoTime() + skipped.get(), (_, task) -> timers.add(task));
    private final WebParts parts = WebParts.of(List.of(ApiRoutes.of(news, commands(), Duration.ofSeconds(20)),
            BoardRoutes.of(Site::board), HealthRoutes.of(health()), TextRoutes.metrics(() -> "lamps 1\n"),
            TextRoutes.bindings(() -> "[]"), TextRoutes.doctor(() -> "[]")),
            (_, _, _, _) -> {});
    private final WebSettings settings;
    private final WebServer server;

    private Site(Optional<Secret> password) throws IOException {
        settings = new WebSettings(WebSettings.LOOPBACK, 0, password, List.of("lamps.example"));
        news.start();
        server = WebServer.start(settings, withOwn(), gate(), InstantSource.system());
    }

    /** All that are served. */
    List<Route> routes() {
        return WebServer.routes(parts, new Guard(settings, gate(), new SecureRandom(), InstantSource.system()));
    }

    private PasswordGate gate() {
        return new PasswordGate(settings.password(), new SecureRandom(), InstantSource.system());
    }

    static Site open() throws IOException {
        return new Site(Optional.empty());
    }

    static Site locked() throws IOException {
        return new Site(Optional.of(new Secret(PASSWORD)));
    }

    /** And one that looks itself who asks, as the relay's. */
    private WebParts withOwn() {
        return WebParts.of(List.of(parts.routes(),
                List.of(new Route(Route.ANY, "/own/*", Route.Access.OWN, _ -> Answer.json("{}")))), parts.traffic());
    }

    private LightCommands commands() {
        return new LightCommands() {
            @Override
            public void give(String place, String command, Consumer<String> result) {
                given.add(place + " " + command);
                var done = "{\"status\":\"applied\",\"lights\":{},\"took_ms\":0}";
                news.done(done);
                result.accept(done);
            }

            @Override
            public void look(String place) {
                var id = place.substring(place.indexOf('/') + 1);
                news.put(Kind.LIGHT, id, "{\"id\":\"" + id + "\",\"seen\":\"again\"}");
            }
        };
    }

    private static Made board(NewBoards.Wish wish) {
        return switch (wish.name()) {
            case "hall" -> new Made.There("there is a board 'hall' already");
            case "" -> new Made.Wrong("'' is not the name of a board");
            default -> new Made.Board(Map.of("config.json", wish.lan() + " " + wish.may()));
        };
    }

    private HealthState health() {
        return new HealthState() {
            @Override
            public boolean lives(Duration patience) {
                return true;
            }

            @Override
            public List<String> missing() {
                return List.copyOf(missing);
            }
        };
    }

    /** Time jumps, and what was to be done by then is done once. */
    void skip(Duration time) {
        skipped.addAndGet(time.toNanos());
        Optional.ofNullable(timers.poll()).ifPresent(Runnable::run);
    }

    int port() {
        return server.port();
    }

    Socket socket() throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), port());
        socket.setSoTimeout(PATIENCE_MS);
        return socket;
    }

    /** Sends exactly that, and all that comes back until the server hangs up. */
    String raw(String request) throws IOException {
        try (var socket = socket()) {
            socket.getOutputStream().write(request.getBytes(UTF_8));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    /** @param headers each ended by a line end */
    String ask(String method, String path, String headers, String body) throws IOException {
        var host = headers.contains("Host:") ? "" : "Host: 127.0.0.1:" + port() + "\r\n";
        return raw(method + " " + path + " HTTP/1.1\r\n" + host + "Connection: close\r\n" + headers
                + "Content-Length: " + body.getBytes(UTF_8).length + "\r\n\r\n" + body);
    }

    String get(String path, String... headers) throws IOException {
        return ask("GET", path, lines(headers), "");
    }

    String post(String path, String body, String... headers) throws IOException {
        return ask("POST", path, "Content-Type: application/json\r\n" + lines(headers), body);
    }

    /** As the page itself does it. */
    String write(String path, String body, String... headers) throws IOException {
        return post(path, body, lines(headers) + Guard.TOKEN + ": " + token());
    }

    private static String lines(String... headers) {
        return headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
    }

    String token(String... headers) throws IOException {
        var found = TOKEN.matcher(get("/api/session", headers));
        return found.find() ? found.group(1) : "";
    }

    /** The header of who has logged in. */
    String login() throws IOException {
        var answer = post("/api/login", "{\"password\":\"" + PASSWORD + "\"}");
        var cookie = Pattern.compile("(?i)set-cookie: (lamplighter=[^;]+)").matcher(answer);
        return cookie.find() ? "Cookie: " + cookie.group(1) : "no cookie in " + answer;
    }

    static int status(String answer) {
        return Integer.parseInt(answer.substring("HTTP/1.1 ".length(), "HTTP/1.1 ".length() + 3));
    }

    @Override
    public void close() {
        server.close();
    }
}
