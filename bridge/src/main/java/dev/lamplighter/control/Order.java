package dev.lamplighter.control;

import dev.lamplighter.light.LightCommand;
import dev.lamplighter.light.Selector;
import java.time.Instant;
import java.util.Optional;

/**
 * A command somebody gave.
 *
 * @param received when it reached us first
 * @param expires from then on it is no longer carried out
 * @param plan what an earlier run had already made of it, so that a toggle is not decided twice; empty for a new command
 */
public record Order(Selector target, LightCommand command, Instant received, Instant expires, Optional<Plan> plan) {
    /** Whoever gave the order. Called on the owner's thread: be quick, never block. */
    public interface Giver {
        /** It is decided what the order comes to, and it is about to be carried out. */
        default void planned(Plan plan) {}

        /** Comes exactly once for each order. */
        void done(Result result);
    }
}
