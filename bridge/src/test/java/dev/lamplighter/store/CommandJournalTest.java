package dev.lamplighter.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamplighter.control.Journal.Entry;
import dev.lamplighter.light.LightCommand.Change;
import dev.lamplighter.light.LightId;
import dev.lamplighter.light.Power;
import dev.lamplighter.light.Seeded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandJournalTest {
    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
    private static final Map<LightId, Change> PLAN = Map.of(new LightId("d073d5000001"), Change.to(Power.ON));

    @TempDir
    private Path folder;

    @Test
    void taken_againAfterTheProcessWasKilled_knowsWhenAndWhatWasPlanned() throws IOException {
        // Left open: what is in the file has to be there without any farewell.
        var killed = open(NOON);
        killed.taken("1 a", false, NOON);
        killed.planned("1 a", PLAN);
        assertThat(open(NOON.plusSeconds(60)).taken("1 a", true, NOON.plusSeconds(60)))
                .isEqualTo(new Entry(NOON, PLAN, false));
    }

    @Test
    void taken_againAfterItsResult_isDone() throws IOException {
        var journal = open(NOON);
        journal.taken("1 a", false, NOON);
        journal.done("1 a");
        assertThat(open(NOON).taken("1 a", true, NOON).done()).isTrue();
    }

    @Test
    void taken_equalKeyButNotRepeated_isNew() throws IOException {
        var journal = open(NOON);
        journal.taken("1 a", false, NOON);
        journal.done("1 a");
        var later = NOON.plusSeconds(5);
        assertThat(journal.taken("1 a", false, later)).isEqualTo(new Entry(later, Map.of(), false));
    }

    @Test
    void open_lastLineCutShort_keepsTheRest() throws IOException {
        var journal = open(NOON);
        journal.taken("1 a", false, NOON);
        Files.writeString(file(), "{\"key\":\"2 b\",\"tak", StandardOpenOption.APPEND);
        assertThat(open(NOON).taken("1 a", true, NOON.plusSeconds(1)).received()).isEqualTo(NOON);
    }

    @Test
    void open_afterAnHour_hasForgotten() throws IOException {
        open(NOON).taken("1 a", false, NOON);
        var later = NOON.plus(CommandJournal.MEMORY).plusSeconds(1);
        assertThat(open(later).taken("1 a", true, later).received()).isEqualTo(later);
    }

    @Test
    void file_afterManyCommands_staysBounded() throws IOException {
        try (var journal = open(NOON)) {
            for (var i = 0; i < 3 * CommandJournal.MOST_LINES; i++) {
                journal.taken(i % 100 + " a", false, NOON);
                journal.done(i % 100 + " a");
            }
        }
        try (var lines = Files.lines(file())) {
            assertThat(lines.count()).isLessThanOrEqualTo(CommandJournal.MOST_LINES + 200);
        }
    }

    @Test
    void line_writtenAndRead_isTheSame() {
        Seeded.check(any -> {
            var plan = new TreeMap<LightId, Change>();
            for (var i = any.random().nextInt(1, 4); i > 0; i--) {
                plan.put(any.id(), any.change());
            }
            var line = new JournalLine.Planned("7 lifx/label/" + any.word() + "/set", plan);
            assertThat(JournalLine.parse(line.text())).isEqualTo(line);
        });
    }

    private CommandJournal open(Instant now) throws IOException {
        return CommandJournal.open(file(), InstantSource.fixed(now));
    }

    private Path file() {
        return folder.resolve("commands.journal");
    }
}
