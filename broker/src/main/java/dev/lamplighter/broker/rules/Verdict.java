package dev.lamplighter.broker.rules;

/** Whether somebody may do something. */
public sealed interface Verdict {
    record Allowed() implements Verdict {}

    /** @param rule for people, such as "a board publishes below boards/hall and what it was granted" */
    record Denied(String rule) implements Verdict {}

    Verdict ALLOWED = new Allowed();
}
