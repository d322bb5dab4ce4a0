package dev.lamplighter.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The npm packages {@code mqtt} and {@code lifx-lan-client} in a process of their own, installed into a folder of the build. */
final class NodePair implements AutoCloseable {
    static final String BASE = "pair";
    private static final Path FOLDER = Path.of("bench/target/pair");
    private static final List<String> PACKAGES = List.of("lifx-lan-client@2.1.2", "mqtt@5");

    private final Process process;

    private NodePair(Process process) {
        this.process = process;
    }

    /** Empty where there is no npm, or it cannot fetch the packages; says so. */
    static Optional<NodePair> start(URI broker, InetSocketAddress broadcast, int lights)
            throws IOException, InterruptedException {
        Files.createDirectories(FOLDER);
        var script = FOLDER.resolve("pair.cjs");
        try (var source = Objects.requireNonNull(NodePair.class.getResourceAsStream("pair.cjs"))) {
            Files.write(script, source.readAllBytes());
        }
        if (!isInstalled()) {
            System.out.println("Without the npm pair: npm is not there, or could not fetch " + PACKAGES);
            return Optional.empty();
        }
        return Optional.of(new NodePair(run(List.of("node", "pair.cjs", broker.toString(),
                Integer.toString(broadcast.getPort()), broadcast.getAddress().getHostAddress(),
                Integer.toString(lights)))));
    }

    private static boolean isInstalled() throws InterruptedException {
        if (Files.exists(FOLDER.resolve("node_modules/lifx-lan-client"))
                && Files.exists(FOLDER.resolve("node_modules/mqtt"))) {
            return true;
        }
        var install = new ArrayList<>(List.of("npm", "install", "--no-audit", "--no-fund", "--prefix", "."));
        install.addAll(PACKAGES);
        try {
            var npm = run(install);
            return npm.waitFor(5, TimeUnit.MINUTES) && npm.exitValue() == 0;
        } catch (IOException _) {
            return false;
        }
    }

    private static Process run(List<String> command) throws IOException {
        return new ProcessBuilder(command).directory(FOLDER.toFile()).redirectErrorStream(true)
                .redirectOutput(FOLDER.resolve("pair.log").toFile()).start();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().completeOnTimeout(process, 10, TimeUnit.SECONDS).join();
    }
}
