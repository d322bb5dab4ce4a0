package dev.lamplighter.simulator;

import java.time.Duration;

/** A reply with what befalls it on its way. */
record Answer(Reply reply, LimitHeaders limits, Duration delay, Ending ending) {
    enum Ending {
        WHOLE, CUT_BEFORE, CUT_IN_BODY
    }

    static Answer of(Reply reply) {
        return new Answer(reply, LimitHeaders.TRUE, Duration.ZERO, Ending.WHOLE);
    }

    /** The status that goes out, 0 for none. */
    int status() {
        return ending == Ending.CUT_BEFORE ? 0 : reply.status();
    }

    Answer under(Fault fault) {
        return switch (fault) {
            case Fault.TooManyRequests(var headers) -> tooMany(headers ? LimitHeaders.TRUE : LimitHeaders.NONE);
            case Fault.OddLimits(var headers, var refused) ->
                refused ? tooMany(headers) : new Answer(reply, headers, delay, ending);
            case Fault.ServerError(var code, _) -> with(Reply.error(code, "something went wrong"));
            case Fault.HtmlError(var code, _) ->
                with(Reply.html(code, "<html><body><h1>%d</h1></body></html>".formatted(code)));
            case Fault.Garbage _ -> with(Reply.text(200, "{\"results\": [{\"id\": \"d073"));
            case Fault.Instead(var body, _) -> with(Reply.text(200, body));
            case Fault.Slow(var by) -> later(by);
            case Fault.CutBefore _ -> new Answer(reply, limits, delay, Ending.CUT_BEFORE);
            case Fault.CutInBody _ -> new Answer(reply, limits, delay, Ending.CUT_IN_BODY);
            case Fault.OfLight _ -> this;
        };
    }

    Answer later(Duration by) {
        return new Answer(reply, limits, delay.plus(by), ending);
    }

    private Answer tooMany(LimitHeaders headers) {
        return new Answer(Reply.error(429, "too many requests"), headers, delay, ending);
    }

    private Answer with(Reply other) {
        return new Answer(other, limits, delay, ending);
    }

    /** Whether a request that meets this fault still does its work. */
    static boolean applies(Fault fault) {
        return switch (fault) {
            case Fault.TooManyRequests _ -> false;
            case Fault.OddLimits(_, var refused) -> !refused;
            case Fault.ServerError(_, var applied) -> applied;
            case Fault.HtmlError(_, var applied) -> applied;
            case Fault.Garbage(var applied) -> applied;
            case Fault.CutBefore(var applied) -> applied;
            case Fault.CutInBody(var applied) -> applied;
            case Fault.Instead(_, var applied) -> applied;
            case Fault.Slow _,Fault.OfLight _ -> true;
        };
    }
}
