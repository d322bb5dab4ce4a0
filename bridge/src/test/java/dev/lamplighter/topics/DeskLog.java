package dev.lamplighter.topics;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;

/** What this room logs while this is open. */
final class DeskLog implements AutoCloseable {
    private final Logger logger = (Logger) LoggerFactory.getLogger(CommandDesk.class.getPackageName());
    private final ListAppender<ILoggingEvent> appender = new ListAppender<>();

    DeskLog() {
        appender.start();
        logger.addAppender(appender);
    }

    List<String> lines() {
        return appender.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    @Override
    public void close() {
        logger.detachAppender(appender);
    }
}
