package dev.lamplighter.app;

/** Something that keeps a command from running; the message is the one line its user sees. */
final class CannotStart extends Exception {
    private final int status;

    private CannotStart(int status, String message) {
        super(message);
        this.status = status;
    }

    /** It failed, though what was asked for was right. */
    static CannotStart because(String message) {
        return new CannotStart(1, message);
    }

    /** What was asked for, or a setting, is wrong. */
    static CannotStart wrong(String message) {
        return new CannotStart(2, message);
    }

    int status() {
        return status;
    }
}
