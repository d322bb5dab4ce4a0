package dev.lamplighter.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerStartTest {
    @TempDir
    private Path folder;

    @Test
    void broker_portTaken_saysSoInOneLine() throws IOException {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(refusal(settings("127.0.0.1", other.getLocalPort(), folder)))
                    .isEqualTo("cannot listen on port " + other.getLocalPort()
                            + " of 127.0.0.1: another program listens there already");
        }
    }

    @Test
    void broker_addressOfAnotherMachine_saysSoInOneLine() {
        assertThat(refusal(settings("192.0.2.1", 0, folder))).startsWith("cannot listen on port 0 of 192.0.2.1: ")
                .doesNotContain("\n");
    }

    @Test
    void broker_bindThatIsNoAddress_saysSoInOneLine() {
        assertThat(refusal(settings("${NOT_SET}", 0, folder)))
                .isEqualTo("cannot listen on ${NOT_SET}: there is no such address");
    }

    @Test
    void broker_fileInPlaceOfTheFolder_saysSoInOneLine() throws IOException {
        var file = Files.writeString(folder.resolve("broker"), "a file");
        assertThat(refusal(settings("127.0.0.1", 0, file)))
                .isEqualTo("the broker cannot use its data folder " + file + ": " + file + " is a file, not a folder");
    }

    @Test
    void broker_fileInPlaceOfAFolderWithin_saysWhich() throws IOException {
        var file = Files.writeString(folder.resolve("data"), "a file");
        assertThat(refusal(settings("127.0.0.1", 0, folder))).isEqualTo(
                "the broker cannot use its data folder " + folder + ": " + file + " is a file, not a folder");
    }

    /** Where even root cannot write: the tests may run as root, whom no permission stops. */
    @Test
    void broker_folderThatCannotBeMade_saysSoInOneLine() {
        assumeTrue(Files.isDirectory(Path.of("/proc/self")), "needs Linux");
        assertThat(refusal(settings("127.0.0.1", 0, Path.of("/proc/lamplighter"))))
                .startsWith("the broker cannot use its data folder /proc/lamplighter: ")
                .doesNotContain("\n");
    }

    @Test
    void broker_secondOnTheSameFolder_isRefusedAndTheFirstServesOn() throws Exception {
        try (var first = TestBroker.started(TestBroker.settings(folder, Storage.MEMORY))) {
            assertThat(refusal(settings("127.0.0.1", 0, folder)))
                    .isEqualTo("another broker uses the data folder " + folder);
            try (var client = RawClient.hall(first.port(), "still-served")) {
                client.connect();
            }
        }
    }

    @Test
    void broker_startedStoppedAndStartedAgain_servesInTheSameJvm() throws Exception {
        var broker = TestBroker.started(TestBroker.settings(folder, Storage.MEMORY));
        broker.close();
        assertThatIllegalStateException().isThrownBy(broker::port);
        broker.start();
        try (var client = RawClient.hall(broker.port(), "again")) {
            client.connect();
        } finally {
            broker.close();
        }
    }

    @Test
    void broker_closedTwiceOrNeverStarted_isHarmless() throws BrokerException {
        new Broker(settings("127.0.0.1", 0, folder), InstantSource.system()).close();
        var broker = TestBroker.started(TestBroker.settings(folder, Storage.MEMORY));
        broker.close();
        broker.close();
        TestBroker.started(TestBroker.settings(folder, Storage.MEMORY)).close();
    }

    @Test
    void broker_running_leavesTheJvmsExceptionHandlerAlone() throws BrokerException {
        var before = Thread.getDefaultUncaughtExceptionHandler();
        TestBroker.started(TestBroker.settings(folder, Storage.MEMORY)).close();
        assertThat(Thread.getDefaultUncaughtExceptionHandler()).isSameAs(before);
    }

    private static BrokerSettings settings(String bind, int port, Path data) {
        return new BrokerSettings(bind, port, data, Storage.MEMORY, false, List.of());
    }

    private static String refusal(BrokerSettings settings) {
        try (var broker = new Broker(settings, InstantSource.system())) {
            broker.start();
            throw new AssertionError("it started");
        } catch (BrokerException refused) {
            return String.valueOf(refused.getMessage());
        }
    }
}
