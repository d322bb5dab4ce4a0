package dev.lamplighter.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Those who listen, and those who only seem to. */
@Timeout(120)
class EventStreamTest {
    private static final int READING = 85;
    private static final int DEAF = 15;
    private static final String LAST = "\"n\":\"last\"";

    private final List<Socket> sockets = new ArrayList<>();
    private Site site;

    @BeforeEach
    void open() throws IOException {
        site = Site.open();
    }

    @AfterEach
    void close() throws IOException {
        for (var socket : sockets) {
            socket.close();
        }
        site.close();
    }

    private Socket listen() throws IOException {
        return listen(site.socket());
    }

    /** One that takes next to nothing. */
    private Socket deaf() throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), site.port()));
        return socket;
    }

    private Socket listen(Socket socket) throws IOException {
        sockets.add(socket);
        socket.getOutputStream()
                .write("GET /api/events HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.UTF_8));
        return socket;
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    private static List<String> until(BufferedReader reader, String word) throws IOException {
        var lines = new ArrayList<String>();
        for (var line = reader.readLine(); line != null; line = reader.readLine()) {
            lines.add(line);
            if (line.contains(word)) {
                return lines;
            }
        }
        throw new AssertionError("the stream ended before '" + word + "' after " + lines);
    }

    @Test
    void stream_begins_withWhatIsKnownThenTellsChanges() throws IOException {
        site.news.put(Kind.LIGHT, "a", "{\"id\":\"a\",\"n\":1}");
        site.news.put(Kind.LIGHT, "a", "{\"id\":\"a\",\"n\":2}");
        site.news.done("{\"status\":\"applied\"}");
        var reader = reader(listen());
        assertThat(until(reader, "event: ready")).contains("event: light", "data: {\"id\":\"a\",\"n\":2}",
                "event: command").doesNotContain("data: {\"id\":\"a\",\"n\":1}");
        site.news.gone(Kind.LIGHT, "a");
        assertThat(until(reader, "{\"id\":\"a\"}")).contains("event: light-gone");
    }

    @Test
    void hundredStreams_someOfWhichNeverRead_delayNobodyAndThoseAreCutOff() throws Exception {
        var heard = new CountDownLatch(READING);
        for (var i = 0; i < READING; i++) {
            var reader = reader(listen());
            Thread.startVirtualThread(() -> {
                try {
                    until(reader, LAST);
                    heard.countDown();
                } catch (IOException | AssertionError cut) {
                    // Counted by being missing.
                }
            });
        }
        for (var i = 0; i < DEAF; i++) {
            listen(deaf());
        }
        await(() -> site.news.listeners() == READING + DEAF);
        var longest = burst();
        site.news.put(Kind.LIGHT, "x", "{\"id\":\"x\"," + LAST + "}");
        assertThat(heard.await(60, TimeUnit.SECONDS)).as(heard + " have not heard").isTrue();
        assertThat(longest).isLessThan(Duration.ofSeconds(2));
        site.skip(News.STUCK.plusSeconds(1));
        await(() -> site.news.listeners() == READING);
    }

    /** More than the sockets of those who never read can hold. */
    private Duration burst() throws IOException {
        var longest = Duration.ZERO;
        var filling = "y".repeat(10_000);
        for (var i = 0; i < 1_000; i++) {
            var begun = System.nanoTime();
            site.news.put(Kind.LIGHT, "x" + i % 20, "{\"id\":\"x\",\"n\":\"" + i + filling + "\"}");
            if (i % 50 == 0) {
                assertThat(Site.status(site.write("/api/all/set", "\"ON\""))).isEqualTo(200);
            }
            var took = Duration.ofNanos(System.nanoTime() - begun);
            longest = took.compareTo(longest) > 0 ? took : longest;
        }
        return longest;
    }

    @Test
    void streams_beyondTheLimit_areAskedToComeLater() throws IOException {
        for (var i = 0; i < News.LISTENERS; i++) {
            until(reader(listen()), "event: ready");
        }
        assertThat(site.get("/api/events")).contains(" 503 ").containsIgnoringCase("retry-after");
    }

    @Test
    void slots_ofThoseWhoOnlyAskForTheHead_areNotTaken() throws IOException {
        for (var i = 0; i <= News.LISTENERS; i++) {
            assertThat(Site.status(site.ask("HEAD", "/api/events", "", ""))).isEqualTo(200);
        }
        assertThat(site.news.listeners()).isZero();
    }

    @Test
    void change_whileTheSnapshotWaits_comesInItsPlace() {
        var listening = new Listening(System::nanoTime, _ -> {});
        listening.offer(new Frame("light a", "light", "1"));
        listening.offer(new Frame("ready", "ready", "{}"));
        listening.offer(new Frame("light a", "light", "2"));
        assertThat(listening.begin()).extracting(Frame::key).containsExactly("light a", "ready");
    }

    @Test
    void slot_ofOneWhoLeaves_isFreeAgain() throws Exception {
        var socket = listen();
        until(reader(socket), "event: ready");
        socket.close();
        await(() -> {
            site.news.put(Kind.LIGHT, "a", "{}");
            return site.news.listeners() == 0;
        });
    }

    @Test
    void close_withOpenStreams_isQuick() throws IOException {
        for (var i = 0; i < 20; i++) {
            until(reader(listen()), "event: ready");
        }
        var begun = System.nanoTime();
        site.close();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
    }

    private static void await(java.util.function.BooleanSupplier condition) throws InterruptedException {
        var end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.onSpinWait();
        }
    }
}
