package dev.lamplighter.web.relay;

import java.util.List;

/** A request that is turned away before anything was done, with the reply that says so. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** What is wrong with one field, in LIFX's manner: "is invalid". */
    record Problem(String field, String message) {}

    private final transient RelayReply reply;

    Refusal(RelayReply reply) {
        super("answered with " + reply.status(), null, false, false);
        this.reply = reply;
    }

    /** 422 in LIFX's shape: the first problem as a sentence, then each by its field. */
    static Refusal of(List<Problem> problems) {
        var first = problems.getFirst();
        var body = Json.object().put("error", first.field() + " " + first.message());
        var errors = body.putArray("errors");
        problems.forEach(problem -> errors.addObject().put("field", problem.field()).putArray("message")
                .add(problem.message()));
        return new Refusal(RelayReply.json(422, body));
    }

    static Refusal of(String field, String message) {
        return of(List.of(new Problem(field, message)));
    }

    static Refusal noSuchPath() {
        return new Refusal(RelayReply.error(404, "there is no such endpoint"));
    }

    RelayReply reply() {
        return reply;
    }
}
