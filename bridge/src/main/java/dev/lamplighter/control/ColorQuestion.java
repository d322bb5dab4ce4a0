package dev.lamplighter.control;

import dev.lamplighter.light.LightCommand.Change;
import dev.lamplighter.light.Parsed;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** Asks a way what a colour string means, as long as that takes nothing from commands. */
final class ColorQuestion {
    private static final Duration WITHIN = Duration.ofSeconds(5);

    private final Route route;
    private final Surroundings around;

    ColorQuestion(Route route, Surroundings around) {
        this.route = route;
        this.around = around;
    }

    /** @param answer gets nothing when it could not be asked */
    void ask(String text, Consumer<Optional<Parsed<Change>>> answer) {
        var now = around.clock().instant();
        if (route.line().nextLook(now).isAfter(now)) {
            answer.accept(Optional.empty());
            return;
        }
        route.line().departsToLook(now);
        Calls.make(around, () -> route.way().color(text, WITHIN), reply -> {
            route.line().arrivesFromLook(reply.allowance());
            answer.accept(meaning(text, reply.outcome()));
        });
    }

    private static Optional<Parsed<Change>> meaning(String text, Outcome<Change> outcome) {
        return switch (outcome) {
            case Outcome.Done<Change>(var change) -> Optional.of(Parsed.accepted(change));
            case Outcome.Refused<Change>(var why) -> Optional
                    .of(Parsed.rejected("color", "'" + text + "' is no colour that is known here, and " + why));
            case Outcome.Throttled<Change> _,Outcome.Unreachable<Change> _ -> Optional.empty();
        };
    }
}
