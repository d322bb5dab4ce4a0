package dev.lamplighter.broker;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.time.InstantSource;
import org.slf4j.LoggerFactory;

/**
 * Counts what HiveMQ drops, and says so. HiveMQ tells each dropped message to a log of its own, at a level that nobody sees; with its
 * client, topic, quality and reason as the line's arguments.
 */
final class DropsWatch extends AppenderBase<ILoggingEvent> implements AutoCloseable {
    private static final Logger TOLD = (Logger) LoggerFactory.getLogger("event.message-dropped");
    private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(DropsWatch.class);
    /** What was turned away at the door was not dropped. */
    private static final String TURNED_AWAY = "Extension prevented onward delivery";
    private static final int CLIENT = 0;
    private static final int REASON = 3;

    private final Drops drops;

    DropsWatch(InstantSource clock) {
        drops = new Drops(clock);
    }

    @Override
    public void start() {
        super.start();
        TOLD.setLevel(Level.DEBUG);
        TOLD.setAdditive(false);
        TOLD.addAppender(this);
    }

    @Override
    protected void append(ILoggingEvent event) {
        var said = event.getArgumentArray();
        if (said == null || said.length <= REASON || TURNED_AWAY.equals(said[REASON])) {
            return;
        }
        var client = String.valueOf(said[CLIENT]);
        drops.dropped(client).ifPresent(count -> LOG.warn(
                "Messages for client {} are dropped, {} so far: {} ({} may wait for a client)",
                Admission.shown(client), count, said[REASON], Limits.HOME.queued()));
    }

    /** Since the start, for all clients. */
    long total() {
        return drops.total();
    }

    @Override
    public void close() {
        TOLD.detachAppender(this);
        stop();
        if (total() > 0) {
            LOG.warn("{} messages were dropped since the start, as their clients did not take them in time", total());
        }
    }
}
