package dev.lamplighter.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A bridge in a process of its own, so that what it takes is its own. */
final class Alone implements AutoCloseable {
    private static final Pattern USED = Pattern.compile("used (\\d+)K");

    private final Process process;

    private Alone(Process process) {
        this.process = process;
    }

    /** @param settings as environment variables */
    static Alone start(Map<String, String> settings) throws IOException {
        var builder = new ProcessBuilder(java().toString(), "-XX:+UseSerialGC",
                "-Xms24m", "-XX:MinHeapFreeRatio=10", "-XX:MaxHeapFreeRatio=25", "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow", "-cp", System.getProperty("java.class.path"),
                "dev.lamplighter.app.Main", "bridge").redirectErrorStream(true)
                .redirectOutput(Path.of("bench/target/bridge.log").toFile());
        builder.environment().putAll(settings);
        return new Alone(builder.start());
    }

    Duration cpu() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    String resident() throws IOException {
        var status = Path.of("/proc", Long.toString(process.pid()), "status");
        return Files.exists(status)
                ? Files.readAllLines(status).stream().filter(line -> line.startsWith("VmRSS:"))
                        .map(line -> line.substring("VmRSS:".length()).strip()).findFirst().orElse("unknown")
                : "unknown";
    }

    /** What lives on its heap after a collection, in bytes. */
    long live() throws IOException, InterruptedException {
        jcmd("GC.run");
        return USED.matcher(jcmd("GC.heap_info")).results().mapToLong(used -> Long.parseLong(used.group(1)))
                .limit(2).sum() * 1024;
    }

    private String jcmd(String command) throws IOException, InterruptedException {
        var jcmd = new ProcessBuilder(java().resolveSibling("jcmd").toString(), Long.toString(process.pid()), command)
                .redirectErrorStream(true).start();
        var said = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        jcmd.waitFor();
        return said;
    }

    private static Path java() {
        return Path.of(ProcessHandle.current().info().command().orElseThrow());
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().completeOnTimeout(process, 10, TimeUnit.SECONDS).join();
    }
}
