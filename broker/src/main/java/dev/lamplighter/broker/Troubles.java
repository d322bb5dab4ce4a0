package dev.lamplighter.broker;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;

/**
 * Listens to what HiveMQ logs while it starts. When it cannot open one of its databases it says so there and nowhere else, and waits for
 * ever. A filter hears it whatever level is set.
 */
final class Troubles extends TurboFilter implements AutoCloseable {
    private static final String OPENING = "opening the {} persistence";
    private static final String CAUSE = "Original Exception";

    private final CompletableFuture<Void> first = new CompletableFuture<>();
    private volatile @Nullable String database;

    private Troubles() {}

    /** Begins to listen. */
    static Troubles heard() {
        var troubles = new Troubles();
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logback) {
            logback.addTurboFilter(troubles);
        }
        return troubles;
    }

    /** Fails, with words for the user, as soon as a database cannot be opened. */
    CompletableFuture<Void> first() {
        return first;
    }

    /** HiveMQ first names the database and then, on the next line, what is wrong with it. Neither is logged: we tell it ourselves. */
    @Override
    public FilterReply decide(@Nullable Marker marker, @Nullable Logger logger, @Nullable Level level,
            @Nullable String format, Object @Nullable [] words, @Nullable Throwable thrown) {
        var known = database;
        if (format != null && format.contains(OPENING) && words != null && words.length > 0) {
            database = String.valueOf(words[0]);
            return FilterReply.DENY;
        }
        if (known != null && format != null && format.startsWith(CAUSE) && thrown != null) {
            first.completeExceptionally(new IllegalStateException(
                    "its database " + known + " is damaged or cannot be written (" + cause(thrown) + ")"));
            return FilterReply.DENY;
        }
        return FilterReply.NEUTRAL;
    }

    private static String cause(Throwable thrown) {
        var message = thrown.getMessage();
        return message == null || message.isBlank()
                ? thrown.getClass().getSimpleName()
                : message.lines().findFirst().orElseThrow();
    }

    @Override
    public void close() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logback) {
            logback.getTurboFilterList().remove(this);
        }
    }
}
