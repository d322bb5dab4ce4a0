package dev.lamplighter.control;

import dev.lamplighter.control.Reply.Allowance;
import java.util.List;
import java.util.Optional;

/**
 * How things stand at a moment.
 *
 * @param lights how many are known
 * @param reachable how many of them can be reached
 * @param waiting wishes and actions that have not left yet, counted once for each light
 * @param undecided commands that wait for the lights or scenes to be known
 * @param ways those that are set up
 */
public record Vitals(int lights, int reachable, int waiting, int undecided, List<Fare> ways) {
    public Vitals {
        ways = List.copyOf(ways);
    }

    /**
     * How a way fares.
     *
     * @param trouble why it does not work; empty while it does
     * @param underWay requests that have not been answered yet
     * @param budget what may still be asked of it; empty where nobody counts
     */
    public record Fare(Via via, Optional<String> trouble, int underWay, Optional<Allowance> budget) {}
}
