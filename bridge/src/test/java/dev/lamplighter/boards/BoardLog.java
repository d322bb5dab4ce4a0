package dev.lamplighter.boards;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;

/** What the desk logs while this is open. */
final class BoardLog implements AutoCloseable {
    private final Logger logger = (Logger) LoggerFactory.getLogger(BoardDesk.class);
    private final ListAppender<ILoggingEvent> appender = new ListAppender<>();

    BoardLog() {
        appender.start();
        logger.addAppender(appender);
        // Thousands of lines are nothing for people.
        logger.setAdditive(false);
    }

    List<String> lines() {
        return appender.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    @Override
    public void close() {
        logger.setAdditive(true);
        logger.detachAppender(appender);
    }
}
