package dev.lamplighter.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamplighter.board.Board;
import dev.lamplighter.board.BoardListener;
import dev.lamplighter.boards.BoardDesk;
import dev.lamplighter.boards.BoardTopics;
import dev.lamplighter.config.Loaded;
import dev.lamplighter.config.SettingsLoader;
import dev.lamplighter.mqtt.Bytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the page on boards shows is true. */
@Timeout(60)
final class BoardsPageTest {
    private static final Path PAGE = Path.of("../docs/boards.md");

    @TempDir
    private Path folder;

    private static String block(String kind) throws IOException {
        var page = Files.readString(PAGE);
        var from = page.indexOf("```" + kind + "\n") + kind.length() + 4;
        return page.substring(from, page.indexOf("```", from));
    }

    @Test
    void bindings_asShown_areRight() throws IOException {
        Files.writeString(folder.resolve("lamplighter.yml"), block("yaml"));
        var loaded = new SettingsLoader(Map.of(), folder, List.of(Path.of("lamplighter.yml"))).load(Optional.empty());
        assertThat(loaded).isInstanceOfSatisfying(Loaded.Good.class,
                good -> assertThat(good.settings().boards().bindings()).hasSize(4));
    }

    @Test
    void description_asShown_isUnderstood() throws IOException {
        var seen = new ArrayList<Board>();
        var desk = new BoardDesk(new BoardTopics("boards"), List::of, (_, _, _) -> {},
                new BoardDesk.Outside(_ -> {}, Instant::now), List.of(new BoardListener() {
                    @Override
                    public void boardSeen(Board board) {
                        seen.add(board);
                    }
                }));
        desk.received("boards/hall/info", Bytes.utf8(block("json")), true);
        assertThat(seen).singleElement().satisfies(board -> {
            assertThat(board.label()).contains("Hall button");
            assertThat(board.controls()).hasSize(3);
            assertThat(board.senses().measures()).hasSize(3);
            assertThat(board.senses().diagnoses()).hasSize(4);
        });
    }
}
