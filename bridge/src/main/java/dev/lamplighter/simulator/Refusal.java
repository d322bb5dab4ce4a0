package dev.lamplighter.simulator;

import java.util.List;

/** A request that is turned away, with the reply that says so. It leaves the household as it was. */
final class Refusal extends RuntimeException {
    /** What is wrong with one field, in LIFX's manner: "is invalid". */
    record Problem(String field, String message) {}

    private static final long serialVersionUID = 1;

    private final transient Reply reply;

    Refusal(Reply reply) {
        super("answered with " + reply.status());
        this.reply = reply;
    }

    static Refusal of(String field, String message) {
        return new Refusal(Reply.unprocessable(List.of(new Problem(field, message))));
    }

    Reply reply() {
        return reply;
    }
}
