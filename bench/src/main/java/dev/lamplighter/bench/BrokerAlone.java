package dev.lamplighter.bench;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A broker in a process of its own on a port of loopback, which can be measured, killed and started again. */
final class BrokerAlone implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final ProcessBuilder command;
    private final int port;
    private final Path log;
    /** What it says when clients can connect. */
    private final String ready;
    private Process process;

    private BrokerAlone(ProcessBuilder command, int port, Path log, String ready)
            throws IOException, InterruptedException {
        this.command = command.redirectErrorStream(true).redirectOutput(log.toFile());
        this.port = port;
        this.log = log;
        this.ready = ready;
        process = command.start();
        awaitReady();
    }

    /** Ours, as {@code ./lamplighter broker} runs it, with its data in {@code folder}. */
    static BrokerAlone ours(Path folder) throws IOException, InterruptedException {
        var port = freePort();
        var java = ProcessHandle.current().info().command().orElseThrow();
        var command = new ProcessBuilder(java, "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow", "-cp", absolute(System.getProperty("java.class.path")),
                "dev.lamplighter.app.Main", "broker").directory(folder.toFile());
        command.environment().put("LAMPLIGHTER_DATA", folder.resolve("data").toString());
        command.environment().put("LAMPLIGHTER_BROKER_DATA", folder.resolve("data/broker").toString());
        command.environment().put("LAMPLIGHTER_BROKER_BIND", "127.0.0.1");
        command.environment().put("LAMPLIGHTER_BROKER_PORT", "" + port);
        command.environment().put("LAMPLIGHTER_BROKER_TLS_PORT", "off");
        return new BrokerAlone(command, port, folder.resolve("broker.log"), "The broker listens");
    }

    /** Mosquitto, which lets everyone in and keeps what it is told in {@code folder}, too. */
    static BrokerAlone mosquitto(Path folder) throws IOException, InterruptedException {
        var port = freePort();
        var settings = Files.writeString(folder.resolve("mosquitto.conf"), """
                listener %d 127.0.0.1
                allow_anonymous true
                persistence true
                persistence_location %s/
                user %s
                """.formatted(port, folder, System.getProperty("user.name")));
        var program = Files.isExecutable(Path.of("/usr/sbin/mosquitto")) ? "/usr/sbin/mosquitto" : "mosquitto";
        var command = new ProcessBuilder(program, "-c", settings.toString());
        return new BrokerAlone(command, port, folder.resolve("mosquitto.log"), " running");
    }

    /** Who may do all in the broker that is ours. */
    static Peer.Login home(Path folder) throws IOException {
        return new Peer.Login("home", Files.readString(folder.resolve("data/passwords/home")).strip());
    }

    int port() {
        return port;
    }

    /** Kills it without a warning, as SIGKILL does. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Starts it again and returns when clients can connect; how long that took. */
    Duration startAgain() throws IOException, InterruptedException {
        var began = System.nanoTime();
        process = command.start();
        awaitReady();
        return Duration.ofNanos(System.nanoTime() - began);
    }

    Duration cpu() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    /** Resident memory in MB; Linux only. */
    double megabytes() throws IOException {
        var status = Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status"));
        return status.stream().filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", ""))).findFirst().orElseThrow() / 1024.0;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().completeOnTimeout(process, PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
        kill();
    }

    /** By what it says: a port that is open may be one that is only tried. */
    private void awaitReady() throws IOException, InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!Files.readString(log).contains(ready)) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                kill();
                throw new IOException("the broker did not start, see " + log);
            }
            Thread.sleep(10);
        }
    }

    private static String absolute(String classPath) {
        return Pattern.compile(File.pathSeparator, Pattern.LITERAL).splitAsStream(classPath)
                .map(part -> Path.of(part).toAbsolutePath().toString()).collect(Collectors.joining(File.pathSeparator));
    }

    private static int freePort() throws IOException {
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }
}
