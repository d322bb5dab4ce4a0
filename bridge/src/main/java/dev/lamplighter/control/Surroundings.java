package dev.lamplighter.control;

import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;

/**
 * What deciding needs of the outside, handed in so that a test can hold time still.
 *
 * @param owner runs one task at a time, in order: the only thread that touches what is known and what waits
 * @param calls runs what may block; as many at a time as it is given
 * @param timer runs tasks later, on the owner's thread
 */
public record Surroundings(Executor owner, Executor calls, Timer timer, InstantSource clock, RandomGenerator random) {}
