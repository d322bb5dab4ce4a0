package dev.lamplighter.control;

import java.time.Instant;
import java.util.Optional;

/** An outcome and what came with it: what the far side still allows, where it said so. */
public record Reply<T>(Outcome<T> outcome, Optional<Allowance> allowance) {
    /**
     * @param limit requests in one window
     * @param remaining of them
     * @param reset when the next window begins, by this machine's clock
     */
    public record Allowance(int limit, int remaining, Instant reset) {}

    public static <T> Reply<T> of(Outcome<T> outcome) {
        return new Reply<>(outcome, Optional.empty());
    }
}
