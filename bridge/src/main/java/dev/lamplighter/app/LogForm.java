package dev.lamplighter.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import dev.lamplighter.config.LogPart;
import org.slf4j.LoggerFactory;

/** Gives the log of this process the form that is set. */
final class LogForm {
    private LogForm() {}

    /** @param verbose whether more is wanted than is set */
    static void set(LogPart log, boolean verbose) {
        if (LoggerFactory.getLogger("dev.lamplighter") instanceof Logger ours) {
            ours.setLevel(verbose ? Level.DEBUG : Level.valueOf(log.level().name()));
            switch (log.format()) {
                case TEXT -> {
                }
                case JSON -> json((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME));
            }
        }
    }

    private static void json(Logger root) {
        root.iteratorForAppenders().forEachRemaining(appender -> {
            if (appender instanceof OutputStreamAppender<ILoggingEvent> stream) {
                var encoder = encoder();
                encoder.setContext(root.getLoggerContext());
                encoder.start();
                stream.setEncoder(encoder);
            }
        });
    }

    /** The message whole and what it speaks of as fields, without what is the same in every line. */
    private static JsonEncoder encoder() {
        var encoder = new JsonEncoder();
        encoder.setWithMessage(false);
        encoder.setWithFormattedMessage(true);
        encoder.setWithArguments(false);
        encoder.setWithContext(false);
        encoder.setWithMDC(false);
        encoder.setWithMarkers(false);
        encoder.setWithNanoseconds(false);
        encoder.setWithSequenceNumber(false);
        return encoder;
    }
}
