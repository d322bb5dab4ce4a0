package dev.lamplighter.broker;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A broker in a process of its own, which can be killed. It closes when its standard input ends. */
final class BrokerProcess implements AutoCloseable {
    private static final String LISTENS = "listens on ";

    private final Process process;
    private final BufferedReader output;

    private BrokerProcess(Process process) {
        this.process = process;
        this.output = process.inputReader(UTF_8);
    }

    public static void main(String[] args) throws IOException {
        try (var broker = TestBroker.started(Path.of(args[0]))) {
            System.out.println(LISTENS + broker.port());
            System.in.transferTo(System.out);
        } catch (BrokerException refused) {
            System.out.println(refused.getMessage());
            // As threads of HiveMQ may be left.
            System.exit(1);
        }
    }

    static BrokerProcess over(Path data) throws IOException {
        return over(data, Path.of(System.getProperty("java.io.tmpdir")));
    }

    /** @param temporary where native code is unpacked */
    static BrokerProcess over(Path data, Path temporary) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = List.of(java, "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow",
                "-XX:+UseSerialGC", "-Djava.io.tmpdir=" + temporary, "-cp",
                System.getProperty("java.class.path"), BrokerProcess.class.getName(), data.toString());
        return new BrokerProcess(new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    /** Waits for the port; everything else the process prints fails the test. */
    int port() throws Exception {
        var line = CompletableFuture.supplyAsync(() -> output.lines().findFirst().orElse("(the end)")).get(60,
                TimeUnit.SECONDS);
        if (!line.startsWith(LISTENS)) {
            throw new AssertionError("the broker said: " + line);
        }
        return Integer.parseInt(line.substring(LISTENS.length()));
    }

    /** All that it says, when it ends by itself with status 1. */
    String refusal() throws InterruptedException {
        var ended = process.waitFor(60, TimeUnit.SECONDS);
        if (!ended) {
            kill();
        }
        var said = saidSince();
        if (!ended || process.exitValue() != 1) {
            throw new AssertionError("it did not end with status 1, and said: " + said);
        }
        return said;
    }

    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Whether the process ended by itself after its broker was closed. */
    boolean endsByItself() throws IOException, InterruptedException {
        process.getOutputStream().close();
        return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
    }

    String saidSince() {
        return String.join("\n", output.lines().toList());
    }

    @Override
    public void close() {
        kill();
    }
}
