package dev.lamplighter.store;

import dev.lamplighter.control.Journal;
import dev.lamplighter.light.LightCommand.Change;
import dev.lamplighter.light.LightId;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The journal in a file, a line for each thing noted, in the order noted. What was written survives the end of the process, however it
 * ends; it is not forced to the disk, so a power cut may take the last moments with it.
 *
 * <p>
 * A delivery is remembered for {@link #MEMORY} after it was taken: a broker that has not heard our acknowledgement may deliver it again.
 * Safe to call from any thread; a file that cannot be written is said once and costs only this protection, never a command.
 */
public final class CommandJournal implements Journal, AutoCloseable {
    static final Duration MEMORY = Duration.ofHours(1);
    static final int MOST_LINES = 20_000;
    private static final Logger log = LoggerFactory.getLogger(CommandJournal.class);

    private final Path file;
    private final InstantSource clock;
    /** Guarded by this, as is all that follows; held while appending, which is a copy into the system's cache. */
    private final Map<String, Entry> entries = new HashMap<>();
    private int lines;
    private BufferedWriter writer;

    private CommandJournal(Path file, InstantSource clock) throws IOException {
        this.file = file;
        this.clock = clock;
        if (Files.exists(file)) {
            read();
        }
        writer = rewritten();
    }

    /** Opens the journal in {@code file}, with what an earlier run has noted there. */
    public static CommandJournal open(Path file, InstantSource clock) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        return new CommandJournal(file, clock);
    }

    @Override
    public synchronized Entry taken(String key, boolean repeated, Instant now) {
        var before = repeated ? entries.get(key) : null;
        if (before != null) {
            return before;
        }
        note(new JournalLine.Taken(key, now));
        return new Entry(now, Map.of(), false);
    }

    @Override
    public synchronized void planned(String key, Map<LightId, Change> plan) {
        note(new JournalLine.Planned(key, plan));
    }

    @Override
    public synchronized void done(String key) {
        note(new JournalLine.Done(key, clock.instant()));
    }

    @Override
    public synchronized void close() throws IOException {
        writer.close();
    }

    private void note(JournalLine line) {
        remember(line);
        try {
            if (lines >= MOST_LINES) {
                writer.close();
                writer = rewritten();
            } else {
                append(writer, line);
                writer.flush();
            }
        } catch (IOException unwritable) {
            log.warn("{} cannot be written: commands under way will not survive a crash ({})", file,
                    unwritable.getMessage());
        }
    }

    private void remember(JournalLine line) {
        switch (line) {
            case JournalLine.Taken(var key, var at) -> entries.put(key, new Entry(at, Map.of(), false));
            case JournalLine.Planned(var key, var plan) ->
                entries.computeIfPresent(key, (_, entry) -> new Entry(entry.received(), plan, entry.done()));
            case JournalLine.Done(var key, _) ->
                entries.computeIfPresent(key, (_, entry) -> new Entry(entry.received(), Map.of(), true));
        }
    }

    private void read() throws IOException {
        try (var text = Files.lines(file)) {
            text.forEach(line -> {
                try {
                    remember(JournalLine.parse(line));
                } catch (RuntimeException broken) {
                    // The process may have ended in the middle of its last line; what that line would have said had not happened yet.
                    log.debug("a line of {} is left out: {}", file, broken.getMessage());
                }
            });
        }
    }

    /** A writer onto the file made anew with only what still matters, put in place in one step. */
    private BufferedWriter rewritten() throws IOException {
        var oldest = clock.instant().minus(MEMORY);
        entries.values().removeIf(entry -> entry.received().isBefore(oldest));
        lines = 0;
        var beside = file.resolveSibling(file.getFileName() + ".new");
        var fresh = Files.newBufferedWriter(beside);
        for (var entry : entries.entrySet()) {
            rewrite(fresh, entry.getKey(), entry.getValue());
        }
        fresh.flush();
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return fresh;
    }

    private void rewrite(BufferedWriter fresh, String key, Entry entry) throws IOException {
        append(fresh, new JournalLine.Taken(key, entry.received()));
        if (!entry.plan().isEmpty()) {
            append(fresh, new JournalLine.Planned(key, entry.plan()));
        }
        if (entry.done()) {
            append(fresh, new JournalLine.Done(key, entry.received()));
        }
    }

    private void append(BufferedWriter to, JournalLine line) throws IOException {
        to.write(line.text());
        to.write('\n');
        lines++;
    }
}
