package dev.lamplighter.cloud;

import dev.lamplighter.control.Outcome;

/** What an outcome says to a person; empty where it says nothing. */
final class OutcomeWords {
    private OutcomeWords() {}

    static String of(Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Done<?> _ -> "";
            case Outcome.Throttled<?> _ -> "";
            case Outcome.Unreachable<?>(var cause, _) -> cause;
            case Outcome.Refused<?>(var reason) -> reason;
        };
    }
}
