package dev.lamplighter.broker.users;

/** Something of users is not as it has to be; the message is one line for people. */
public final class UsersException extends Exception {
    private static final long serialVersionUID = 1L;

    public UsersException(String line) {
        super(line);
    }

    public UsersException(String line, Throwable cause) {
        super(line, cause);
    }

    /** The message, which is always there. */
    public String line() {
        return String.valueOf(getMessage());
    }
}
