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
import java.util.concurrent.atomic.AtomicLong;
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
    void hundredStreams_someOfWhichNeverRead_delayNobody() throws Exception {
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
        burst();
        site.news.put(Kind.LIGHT, "x", "{\"id\":\"x\"," + LAST + "}");
        assertThat(heard.await(60, TimeUnit.SECONDS)).as(heard + " have not heard").isTrue();
    }

    /** How much a socket holds is the system's choice: each round tells more, and cuts off those who are stuck by then. */
    @Test
    void streams_thatNeverRead_areCutOff() throws Exception {
        for (var i = 0; i < DEAF; i++) {
            listen(deaf());
        }
        await(() -> site.news.listeners() == DEAF);
        await(() -> {
            fill(20);
            site.skip(News.STUCK.plusSeconds(1));
            return site.news.listeners() == 0;
        });
    }

    @Test
    void stream_isCutOff_onlyWhenOneWriteTakesTooLong() {
        var now = new AtomicLong();
        var listening = new Listening(now::get, _ -> {});
        listening.begin();
        now.addAndGet(News.STUCK.toNanos());
        listening.cutIfStuck(News.STUCK);
        assertThat(Thread.interrupted()).as("at the limit").isFalse();
        listening.end();
        now.addAndGet(1);
        listening.cutIfStuck(News.STUCK);
        assertThat(Thread.interrupted()).as("when all is written").isFalse();
        listening.begin();
        now.addAndGet(News.STUCK.toNanos() + 1);
        listening.cutIfStuck(News.STUCK);
        assertThat(Thread.interrupted()).as("past the limit").isTrue();
    }

    private void fill(int documents) {
        var filling = "y".repeat(10_000);
        for (var i = 0; i < documents; i++) {
            site.news.put(Kind.LIGHT, "x" + i, "{\"id\":\"x\",\"n\":\"" + i + filling + "\"}");
        }
    }

    /** More than the sockets of those who never read can hold: who waited for them would never come to an end. */
    private void burst() throws IOException {
        for (var i = 0; i < 50; i++) {
            fill(20);
            assertThat(Site.status(site.write("/api/all/set", "\"ON\""))).isEqualTo(200);
        }
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
