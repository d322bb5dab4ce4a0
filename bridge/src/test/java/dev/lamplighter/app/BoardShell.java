package dev.lamplighter.app;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A shell whose settings and data are in one folder. */
final class BoardShell {
    final Path folder;
    final int plain;
    final int tls;

    /** What a command did. */
    record Said(int status, String out, String err) {}

    /** Its broker, should it run, is on loopback. */
    BoardShell(Path folder) throws IOException {
        this.folder = folder;
        try (var one = new ServerSocket(0); var other = new ServerSocket(0)) {
            plain = one.getLocalPort();
            tls = other.getLocalPort();
        }
        settings("broker:\n  bind: 127.0.0.1\n  port: " + plain + "\n  tls-port: " + tls + "\n");
    }

    void settings(String yaml) throws IOException {
        Files.writeString(settingsFile(), "data: " + data() + "\n" + yaml);
    }

    Path settingsFile() {
        return folder.resolve("lamplighter.yml");
    }

    Path data() {
        return folder.resolve("data");
    }

    Path files(String board) {
        return data().resolve("boards").resolve(board);
    }

    JsonNode config(String board) throws IOException {
        return new JsonMapper().readTree(Files.readString(files(board).resolve("config.json")));
    }

    String password(String board) throws IOException {
        return config(board).path("mqtt").path("password").stringValue();
    }

    List<String> users() throws IOException {
        try (var lines = Files.lines(data().resolve("users"))) {
            return lines.filter(line -> !line.startsWith("#")).toList();
        }
    }

    /** All that there is below the data folder, by its path. */
    Map<String, String> everything() throws IOException {
        var all = new TreeMap<String, String>();
        if (Files.exists(data())) {
            try (var paths = Files.walk(data())) {
                for (var path : paths.filter(Files::isRegularFile).toList()) {
                    all.put(data().relativize(path).toString(),
                            new String(Files.readAllBytes(path), ISO_8859_1));
                }
            }
        }
        return all;
    }

    /** @param words after {@code board} */
    Said board(String verb, String... words) {
        var out = new StringWriter();
        var err = new StringWriter();
        var line = new ArrayList<>(List.of("board", verb, "--config=" + settingsFile()));
        Stream.of(words).forEach(line::add);
        var status = Main.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true))
                .execute(line.toArray(String[]::new));
        return new Said(status, out.toString(), err.toString());
    }
}
