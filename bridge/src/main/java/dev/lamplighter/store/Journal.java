package dev.lamplighter.store;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is noted of letters, in a file, a line for each thing noted and in that order. What was written survives the end of the process,
 * however it ends; it is not forced to the disk, so a power cut may take the last moments with it.
 *
 * <p>
 * Letters that are dealt with are remembered too, the newest {@link #REMEMBERED} of them: a broker that did not hear our acknowledgement
 * delivers them again. Safe to call from any thread.
 */
public final class Journal implements AutoCloseable {
    static final int REMEMBERED = 2_000;
    static final int MOST_LINES = 20_000;
    /** By then a connection has either carried our acknowledgement or been found dead. */
    static final Duration SETTLED = Duration.ofMinutes(2);
    private static final Logger LOG = LoggerFactory.getLogger(Journal.class);

    /** What is known of one letter. */
    record Page(JournalLine.Taken taken, Optional<String> memo, boolean done) {}

    private final Path file;
    /** Guarded by this, as is all that follows; held while appending, which is a copy into the system's cache. */
    private final Map<Long, Page> pages = new LinkedHashMap<>();
    private final Map<String, Long> newestByKey = new LinkedHashMap<>();
    private final long lastOfEarlierRuns;
    private final Instant endOfEarlierRuns;
    private long last;
    private int lines;
    private boolean writable = true;
    private BufferedWriter writer;

    private Journal(Path file) throws IOException {
        this.file = file;
        if (Files.exists(file)) {
            read();
        }
        lastOfEarlierRuns = last;
        endOfEarlierRuns = pages.values().stream().map(page -> page.taken.received()).max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
        writer = rewritten();
    }

    /** Opens the journal in {@code file}, with what earlier runs have noted there. */
    public static Journal open(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        return new Journal(file);
    }

    /**
     * The letter that was delivered under {@code key} and may be delivered again. Brokers use their packet identifiers again once they are
     * acknowledged, so one that has been done with for {@link #SETTLED} while we were connected is another message's by now.
     */
    synchronized Optional<Page> find(String key, Instant now) {
        return Optional.ofNullable(newestByKey.get(key)).map(pages::get)
                .filter(page -> !page.done || isUnsettled(page, now));
    }

    private boolean isUnsettled(Page page, Instant now) {
        var end = page.taken.number() > lastOfEarlierRuns ? now : endOfEarlierRuns;
        return page.taken.received().isAfter(end.minus(SETTLED));
    }

    synchronized List<Page> unfinished() {
        return pages.values().stream().filter(page -> !page.done).toList();
    }

    synchronized long next() {
        return ++last;
    }

    /** Whether what was noted is in the file; if not, only memory has it. */
    synchronized boolean note(JournalLine line) {
        remember(line);
        try {
            if (lines >= MOST_LINES) {
                writer.close();
                writer = rewritten();
            } else {
                append(writer, line);
                writer.flush();
            }
            writable = true;
        } catch (IOException failed) {
            if (writable) {
                LOG.warn("{} cannot be written ({}): until it can, commands are acknowledged only once they are done",
                        file, failed.getMessage());
            }
            writable = false;
        }
        return writable;
    }

    @Override
    public synchronized void close() throws IOException {
        writer.close();
    }

    private void remember(JournalLine line) {
        last = Math.max(last, line.number());
        switch (line) {
            case JournalLine.Taken taken -> {
                pages.put(taken.number(), new Page(taken, Optional.empty(), false));
                newestByKey.put(taken.key(), taken.number());
            }
            case JournalLine.Noted(var number, var memo) ->
                pages.computeIfPresent(number, (_, page) -> new Page(page.taken, Optional.of(memo), page.done));
            case JournalLine.Done(var number) ->
                pages.computeIfPresent(number, (_, page) -> new Page(page.taken, Optional.empty(), true));
        }
    }

    private void forget() {
        var done = new ArrayList<>(pages.values().stream().filter(Page::done).toList());
        done.subList(Math.max(0, done.size() - REMEMBERED), done.size()).clear();
        done.forEach(page -> {
            pages.remove(page.taken.number());
            newestByKey.remove(page.taken.key(), page.taken.number());
        });
    }

    private void read() throws IOException {
        for (var line : Files.readAllLines(file)) {
            try {
                remember(JournalLine.parse(line));
            } catch (RuntimeException broken) {
                // The process may have ended in the middle of a line; what that line would have said had not happened yet.
                LOG.debug("a line of {} is left out: {}", file, broken.getMessage());
            }
        }
    }

    /** A writer onto the file made anew with only what still matters, put in place in one step. */
    private BufferedWriter rewritten() throws IOException {
        forget();
        lines = 0;
        var beside = file.resolveSibling(file.getFileName() + ".new");
        var fresh = Files.newBufferedWriter(beside);
        for (var page : pages.values()) {
            rewrite(fresh, page);
        }
        fresh.flush();
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return fresh;
    }

    private void rewrite(BufferedWriter fresh, Page page) throws IOException {
        var number = page.taken.number();
        append(fresh, page.taken);
        if (page.memo.isPresent()) {
            append(fresh, new JournalLine.Noted(number, page.memo.get()));
        }
        if (page.done) {
            append(fresh, new JournalLine.Done(number));
        }
    }

    private void append(BufferedWriter to, JournalLine line) throws IOException {
        to.write(line.text());
        to.write('\n');
        lines++;
    }
}
