package dev.lamplighter.web;

import static dev.lamplighter.web.Site.status;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What other people's pages and programs try, over real sockets. */
@Timeout(120)
class AttacksTest {
    private Site site;

    @BeforeEach
    void open() throws IOException {
        site = Site.open();
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void write_withoutTheToken_isForbidden() throws IOException {
        assertThat(status(site.post("/api/all/set", "\"ON\""))).isEqualTo(403);
        assertThat(status(site.post("/api/all/set", "\"ON\"", Guard.TOKEN + ": guessed"))).isEqualTo(403);
        assertThat(site.given).isEmpty();
    }

    @Test
    void write_fromAnotherSite_isForbiddenEvenWithTheToken() throws IOException {
        assertThat(status(site.write("/api/all/set", "\"ON\"", "Origin: http://evil.example"))).isEqualTo(403);
        assertThat(status(site.write("/api/all/set", "\"ON\"", "Origin: null"))).isEqualTo(403);
        assertThat(status(site.write("/api/all/set", "\"ON\"", "Sec-Fetch-Site: cross-site"))).isEqualTo(403);
        assertThat(site.given).isEmpty();
        assertThat(status(site.write("/api/all/set", "\"ON\"", "Origin: http://127.0.0.1:" + site.port())))
                .isEqualTo(200);
    }

    /** Looking may cost a request of the account's budget, or a place among those who listen. */
    @ParameterizedTest
    @ValueSource(strings = {"/api/doctor", "/api/events", "/api/lights", "/own/lights"})
    void look_fromAnotherSite_isForbidden(String path) throws IOException {
        assertThat(status(site.get(path, "Sec-Fetch-Site: cross-site"))).isEqualTo(403);
        assertThat(status(site.get(path, "Origin: http://127.0.0.1:1"))).isEqualTo(403);
    }

    /** A form needs nobody's leave, and a browser adds the login that it was once given. */
    @Test
    void form_fromAnotherSite_isForbiddenWhereAHandlerLooksItselfWhoAsks() throws IOException {
        var login = "Authorization: Basic eDp5\r\nContent-Type: text/plain\r\n";
        assertThat(status(site.ask("POST", "/own/lights", login + "Origin: http://evil.example\r\n", "x")))
                .isEqualTo(403);
        assertThat(status(site.ask("POST", "/own/lights", login + "Origin: null\r\n", "x"))).isEqualTo(403);
        assertThat(status(site.ask("POST", "/own/lights", login + "Sec-Fetch-Site: same-site\r\n", "x")))
                .isEqualTo(403);
        assertThat(status(site.ask("POST", "/own/lights", login, "x"))).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Transfer-Encoding: chunked\r\nContent-Length: 3\r\n",
            "Content-Length: 3\r\nContent-Length: 40\r\n",
            "Transfer-Encoding: chunked, identity\r\n", "Transfer-Encoding: xchunked\r\n"})
    void body_whoseLengthIsInDoubt_leavesNoSecondRequestBehind(String lengths) throws IOException {
        var answer = site.raw("POST /none HTTP/1.1\r\nHost: localhost\r\n" + lengths
                + "\r\n0\r\n\r\nGET /health/live HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        assertThat(answer).doesNotContain("\"up\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "127.0.0.1.evil.example", "127.1", "localhost.evil.example", "",
            "lamps.example.evil.example", "[evil]", "a b", "127.0.0.1:80:80", "127.0.0.1@evil.example"})
    void anything_underAForeignName_isForbidden(String host) throws IOException {
        for (var path : new String[]{"/", "/api/session", "/api/lights", "/health/live", "/metrics", "/none"}) {
            assertThat(status(site.get(path, "Host: " + host))).as(path).isIn(400, 403);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST:8080", "127.0.0.1", "192.168.1.5:8080", "[::1]:8080",
            "lamps.example", "Lamps.Example.:8080"})
    void anything_underANameOfOurs_isAnswered(String host) throws IOException {
        assertThat(status(site.get("/api/session", "Host: " + host))).isEqualTo(200);
    }

    @Test
    void request_withTwoHosts_isBad() throws IOException {
        assertThat(status(site.get("/api/session", "Host: localhost", "Host: evil.example"))).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/../../../../etc/passwd", "/%2e%2e/%2e%2e/Guard.class", "/..%2fGuard.class",
            "/..%5cGuard.class", "//etc/passwd", "/page/../Guard.class", "/./Guard.class", "/parts/..%00/x.js",
            "/%252e%252e/Guard.class", "/logic/"})
    void file_aboveOrBesideThePages_isNotThere(String path) throws IOException {
        assertThat(status(site.get(path))).isIn(400, 404);
    }

    @Test
    void body_thatIsTooLong_isRefusedAndNotRead() throws IOException {
        var answer = site.write("/api/all/set", "\"" + "x".repeat(Exchanges.LONGEST_BODY) + "\"");
        assertThat(status(answer)).isEqualTo(413);
        assertThat(site.given).isEmpty();
    }

    @Test
    void headersAndBodies_thatComeTooSlowly_areCutOff() throws IOException {
        var slow = new ArrayList<Socket>();
        slow.add(began("GET /api/session HTTP/1.1\r\nHost: loc"));
        slow.add(began(
                "POST /api/all/set HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\n" + Guard.TOKEN + ": "
                        + site.token() + "\r\nContent-Length: 9\r\n\r\nO"));
        for (var socket : slow) {
            assertThat(ended(socket)).isTrue();
            socket.close();
        }
        assertThat(site.given).isEmpty();
    }

    private Socket began(String request) throws IOException {
        var socket = site.socket();
        socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
        return socket;
    }

    /** Not when nothing came for as long as a socket here waits. */
    private static boolean ended(Socket socket) {
        try {
            socket.getInputStream().readAllBytes();
            return true;
        } catch (SocketTimeoutException open) {
            return false;
        } catch (IOException cut) {
            return true;
        }
    }

    /** Many at once, as what a socket here holds is far more than one of them. */
    @Test
    void answers_thatNobodyReads_areCutOff() throws Exception {
        try (var socket = new Socket()) {
            socket.setReceiveBufferSize(4096);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), site.port()));
            var asking = Thread.startVirtualThread(() -> askForEver(socket));
            assertThat(asking.join(Duration.ofSeconds(90))).isTrue();
        }
    }

    /** Until it is cut off. */
    private static void askForEver(Socket socket) {
        try {
            while (true) {
                socket.getOutputStream()
                        .write("GET /openapi.json HTTP/1.1\r\nHost: localhost\r\n\r\n"
                                .getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException cut) {
            // As it should be.
        }
    }

    @Test
    void headers_thatAreTooManyOrTooLong_areRefused() throws IOException {
        var many = new String[150];
        for (var i = 0; i < many.length; i++) {
            many[i] = "X-" + i + ": x";
        }
        assertThat(turnedAway(many)).isTrue();
        assertThat(turnedAway("X-Long: " + "x".repeat(100_000))).isTrue();
    }

    private boolean turnedAway(String... headers) {
        try {
            var answer = site.get("/api/session", headers);
            return answer.isEmpty() || status(answer) == 400 || status(answer) == 431;
        } catch (IOException cut) {
            return true;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/%0d%0aX-Evil:%20yes", "/api/lights/%0d%0aX-Evil:%20yes", "/api/%0aSet-Cookie:%20x=y"})
    void lineEnds_inAnAddress_neverBecomeHeaders(String path) throws IOException {
        assertThat(site.get(path).split("\r\n\r\n", 2)[0].toLowerCase(Locale.ROOT)).doesNotContain("x-evil",
                "x=y");
    }

    @Test
    void method_thatIsWrong_isNamedWithThoseThatAreRight() throws IOException {
        assertThat(site.ask("DELETE", "/api/lights", "", "")).contains(" 405 ")
                .containsIgnoringCase("allow: GET, HEAD");
        assertThat(site.ask("GET", "/api/all/set", "", "")).contains(" 405 ").containsIgnoringCase("allow: POST");
        assertThat(status(site.ask("TRACE", "/", "", ""))).isEqualTo(405);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "text/html", ""})
    void command_ofAnotherContentType_isRefused(String type) throws IOException {
        var answer = site.ask("POST", "/api/all/set",
                "Content-Type: " + type + "\r\n" + Guard.TOKEN + ": " + site.token()
                        + "\r\n",
                "ON");
        assertThat(status(answer)).isEqualTo(415);
        assertThat(answer).contains("application/problem+json");
        assertThat(site.given).isEmpty();
    }

    @Test
    void body_thatIsNoUtf8_isBad() throws IOException {
        try (var socket = site.socket()) {
            var out = socket.getOutputStream();
            out.write(
                    ("POST /api/all/set HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: text/plain\r\n"
                            + Guard.TOKEN + ": " + site.token() + "\r\nContent-Length: 2\r\n\r\n")
                            .getBytes(StandardCharsets.UTF_8));
            out.write(new byte[]{(byte) 0xC3, (byte) 0x28});
            assertThat(status(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8)))
                    .isEqualTo(400);
        }
    }

    @Test
    void everyAnswer_forbidsFramesScriptsOfOthersAndSniffing() throws IOException {
        for (var path : new String[]{"/api/session", "/none", "/health/live", "/metrics"}) {
            assertThat(site.get(path)).as(path).containsIgnoringCase("frame-ancestors 'none'")
                    .containsIgnoringCase("script-src 'self';").containsIgnoringCase("x-content-type-options: nosniff")
                    .doesNotContain("unsafe-inline").doesNotContainIgnoringCase("access-control-allow");
        }
    }
}
