package dev.lamplighter.broker;

/** The broker cannot start. The message is one line for the person who started it, with the place that is wrong. */
public final class BrokerException extends Exception {
    BrokerException(String message) {
        super(message);
    }

    BrokerException(String message, Throwable cause) {
        super(message, cause);
    }
}
