package dev.lamplighter.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What strangers may send without anybody else noticing. {@code -Dlamplighter.fuzz.cases=1000000} looks longer. */
class BrokerFuzzTest {
    private static final int CASES = Integer.getInteger("lamplighter.fuzz.cases", 5_000);
    private static final int WARM_UP = 1_000;
    private static final long SEED = Long.getLong("lamplighter.fuzz.seed", 5);
    /** How much more the heap may hold after all of it than after the warm-up. */
    private static final long GROWTH = 16 << 20;
    /** HiveMQ gives a connection 10 s to send its CONNECT. */
    private static final int PATIENCE_MS = 60_000;
    private static final int STRANGERS = 300;

    @TempDir
    private Path data;

    private Broker broker;
    private RawClient good;

    @BeforeEach
    void start() throws Exception {
        broker = TestBroker.started(TestBroker.settings(data, Storage.MEMORY));
        good = RawClient.hall(broker.port(), "good").connected();
        good.subscribe("good/echo");
    }

    @AfterEach
    void stop() throws Exception {
        good.close();
        broker.close();
    }

    @Test
    void malformedPackets_thousandsOfThem_disturbNobodyAndLeaveNothingBehind() throws Exception {
        var malformed = new Malformed(new Random(SEED), TestBroker.HALL);
        send(malformed, WARM_UP);
        var before = heap();
        send(malformed, CASES);
        var after = heap();
        System.out.printf("fuzz: %d cases, seed %d, heap after a collection %d KB before and %d KB after%n", CASES,
                SEED,
                before >> 10, after >> 10);
        assertThat(after - before).as("growth of the heap, seed %d", SEED).isLessThan(GROWTH);
    }

    @Test
    void connections_thatNeverSayWhoTheyAre_areCutWhileOthersAreServed() throws Exception {
        var strangers = new ArrayList<Socket>();
        var half = new Malformed(new Random(SEED), TestBroker.HALL).connect(5, "half");
        try {
            for (var stranger = 0; stranger < STRANGERS; stranger++) {
                var socket = new Socket(InetAddress.getLoopbackAddress(), broker.port());
                strangers.add(socket);
                socket.getOutputStream().write(half, 0, stranger % half.length);
            }
            assertServed("while strangers wait");
            for (var stranger : strangers) {
                assertThat(isCut(stranger, PATIENCE_MS)).isTrue();
            }
            assertServed("after strangers were cut");
        } finally {
            for (var stranger : strangers) {
                stranger.close();
            }
        }
    }

    private void send(Malformed malformed, int cases) throws Exception {
        for (var number = 0; number < cases; number++) {
            var version = number % 2 == 0 ? 4 : 5;
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), broker.port())) {
                if (number % 3 != 0) {
                    socket.getOutputStream().write(malformed.connect(version, "fuzz-" + number % 50));
                }
                socket.getOutputStream().write(malformed.next(version));
                socket.shutdownOutput();
                isCut(socket, 50);
            } catch (SocketException _) {
                // The broker was quicker to close than we were to write.
            }
            if (number % 250 == 0) {
                assertServed("case " + number + ", seed " + SEED);
            }
        }
    }

    private void assertServed(String when) throws Exception {
        good.publish("good/echo", when, false);
        assertThat(good.next()).as(when).hasToString(when);
    }

    /** Whether the broker ends it within that time; what it says before is of no interest. */
    private static boolean isCut(Socket socket, int millis) throws IOException {
        socket.setSoTimeout(millis);
        try {
            socket.getInputStream().transferTo(OutputStream.nullOutputStream());
            return true;
        } catch (SocketTimeoutException open) {
            return false;
        } catch (SocketException reset) {
            return true;
        }
    }

    private static long heap() {
        System.gc();
        var runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
