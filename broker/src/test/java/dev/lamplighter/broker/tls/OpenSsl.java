package dev.lamplighter.broker.tls;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The {@code openssl} of this machine. A test that needs it is skipped where there is none. */
public final class OpenSsl {
    /** How a run of it ended, and all that it printed. */
    public record Run(int status, String output) {}

    private OpenSsl() {}

    /** In this folder, with an empty standard input. */
    public static Run run(Path folder, String... arguments) throws Exception {
        assumeTrue(isThere(), "there is no openssl");
        var command = new ArrayList<>(List.of("openssl"));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
        process.getOutputStream().close();
        var output = CompletableFuture.supplyAsync(() -> text(process));
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("openssl did not end: " + command);
        }
        return new Run(process.exitValue(), output.get(10, TimeUnit.SECONDS));
    }

    /** One that has to work; its words are separated by blanks. */
    public static void make(Path folder, String words) throws Exception {
        var run = run(folder, words.split(" "));
        if (run.status() != 0) {
            throw new AssertionError("openssl " + words + ": " + run.output());
        }
    }

    private static boolean isThere() {
        return Stream.of(System.getenv("PATH").split(":")).anyMatch(at -> Files.isExecutable(Path.of(at, "openssl")));
    }

    private static String text(Process process) {
        try {
            return new String(process.getInputStream().readAllBytes(), UTF_8);
        } catch (IOException broken) {
            return "(unreadable: " + broken.getMessage() + ")";
        }
    }
}
