package dev.lamplighter.broker.tls;

/** TLS cannot be offered. The message is one line for the user: which file, what is wrong with it, and what to do where that is not plain. */
public final class TlsException extends Exception {
    TlsException(String message) {
        super(message);
    }

    TlsException(String message, Throwable cause) {
        super(message, cause);
    }
}
