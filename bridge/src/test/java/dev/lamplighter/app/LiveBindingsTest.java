package dev.lamplighter.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamplighter.config.Loaded;
import dev.lamplighter.config.SettingsLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LiveBindingsTest {
    private static final String BINDING = "  - {when: {board: hall, button: %d}, do: {target: all, command: ON}}%n";

    @TempDir
    private Path folder;
    private int written;
    private int read;
    private SettingsLoader loader = new SettingsLoader(Map.of(), Path.of("/"), List.of());

    @BeforeEach
    void open() {
        loader = new SettingsLoader(Map.of(), folder, List.of(Path.of("lamplighter.yml")));
    }

    private void write(String text) throws IOException {
        var file = Files.writeString(folder.resolve("lamplighter.yml"), text);
        written++;
        Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH.plusSeconds(written)));
    }

    private LiveBindings live() {
        var first = (Loaded.Good) loader.load(Optional.empty());
        return new LiveBindings(first.settings().boards().bindings(), () -> loader.stamp(Optional.empty()), () -> {
            read++;
            return loader.load(Optional.empty());
        });
    }

    @Test
    void file_thatChanges_isInForceAtTheNextLook() throws IOException {
        write("bindings:\n" + BINDING.formatted(1));
        try (var live = live()) {
            assertThat(live.get()).hasSize(1);
            live.look();
            assertThat(read).as("nothing has changed").isZero();
            write("bindings:\n" + BINDING.formatted(1) + BINDING.formatted(2));
            live.look();
            assertThat(live.get()).hasSize(2);
            Files.delete(folder.resolve("lamplighter.yml"));
            live.look();
            assertThat(live.get()).isEmpty();
        }
    }

    @Test
    void file_thatIsWrong_changesNothingAndIsToldOnce() throws IOException {
        write("bindings:\n" + BINDING.formatted(1));
        try (var live = live()) {
            write("bindings:\n" + BINDING.formatted(0));
            live.look();
            live.look();
            assertThat(live.get()).hasSize(1);
            assertThat(read).isOne();
        }
    }
}
