package dev.lamplighter.simulator;

/** What a request that was read and found good does in its turn. */
interface Action {
    /** @throws Refusal when the household has not what the request names; nothing has changed then */
    Reply in(Turn turn);
}
