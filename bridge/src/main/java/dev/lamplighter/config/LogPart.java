package dev.lamplighter.config;

/** What is set of the log. */
public record LogPart(Format format, Level level) {
    /** How a line of it looks. */
    public enum Format {
        /** For people. */
        TEXT,
        /** A JSON object, for programs that collect logs. */
        JSON
    }

    /** The least that is told. */
    public enum Level {
        ERROR, WARN, INFO, DEBUG
    }
}
