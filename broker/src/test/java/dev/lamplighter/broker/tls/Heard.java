package dev.lamplighter.broker.tls;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.LoggerFactory;

/** What one logger says from INFO on, for as long as this is open. */
public final class Heard extends AppenderBase<ILoggingEvent> implements AutoCloseable {
    private final Logger logger;
    private final boolean additive;
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final BlockingQueue<String> fresh = new LinkedBlockingQueue<>();

    public Heard(String name) {
        logger = (Logger) LoggerFactory.getLogger(name);
        additive = logger.isAdditive();
        logger.setLevel(Level.INFO);
        logger.setAdditive(false);
        start();
        logger.addAppender(this);
    }

    @Override
    protected void append(ILoggingEvent event) {
        lines.add(event.getLevel() + " " + event.getFormattedMessage());
        fresh.add(event.getFormattedMessage());
    }

    /** Everything so far, each with its level. */
    public List<String> lines() {
        return List.copyOf(lines);
    }

    /** Waits for a line that holds these words, at most half a minute. */
    public void await(String words) throws InterruptedException {
        for (var line = fresh.poll(30, TimeUnit.SECONDS); line == null || !line.contains(words);) {
            if (line == null) {
                throw new AssertionError("nobody said: " + words);
            }
            line = fresh.poll(30, TimeUnit.SECONDS);
        }
    }

    @Override
    public void close() {
        logger.detachAppender(this);
        logger.setAdditive(additive);
        logger.setLevel(null);
    }
}
