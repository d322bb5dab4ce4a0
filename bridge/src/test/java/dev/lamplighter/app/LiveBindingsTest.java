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
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

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
        return live(() -> {
            read++;
            return loader.load(Optional.empty());
        });
    }

    private LiveBindings live(Supplier<Loaded> file) {
        var stamp = loader.stamp(Optional.empty());
        var first = (Loaded.Good) loader.load(Optional.empty());
        return new LiveBindings(new LiveBindings.Read(first.settings().boards().bindings(), stamp),
                () -> loader.stamp(Optional.empty()), file);
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
    @Timeout(60)
    void file_thatCannotBeReadOnce_isReadAtTheNextLook() throws Exception {
        write("bindings:\n" + BINDING.formatted(1));
        var isRead = new CountDownLatch(1);
        Supplier<Loaded> failingOnce = () -> {
            read++;
            if (read == 1) {
                throw new IllegalStateException("for this once");
            }
            isRead.countDown();
            return loader.load(Optional.empty());
        };
        try (var live = live(failingOnce)) {
            write("bindings:\n" + BINDING.formatted(1) + BINDING.formatted(2));
            live.start();
            isRead.await();
            live.look();
            assertThat(live.get()).hasSize(2);
        }
    }

    @Test
    void file_thatChangesBetweenTheStartAndTheFirstLook_isSeen() throws Exception {
        write("bindings:\n" + BINDING.formatted(1));
        var common = CommandLine.populateCommand(new Common(), "--config",
                folder.resolve("lamplighter.yml").toString());
        var settings = common.settings();
        write("bindings:\n" + BINDING.formatted(1) + BINDING.formatted(2));
        try (var closing = new Closing()) {
            var live = common.bindings(settings, closing);
            live.look();
            assertThat(live.get()).hasSize(2);
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
