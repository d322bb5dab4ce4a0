/**
 * A simulated LIFX account that speaks LIFX's HTTP API over real HTTPS, with named faults, for demos and tests.
 *
 * <p>
 * {@code SimulatedCloud} is the server and {@code Household} the lights behind it. A request is read into an {@code Action} first, which
 * touches nothing; the action then has the household to itself for one {@code Turn}; what it answers goes out with the delays and faults
 * that were asked for.
 */
@NullMarked
package dev.lamplighter.simulator;

import org.jspecify.annotations.NullMarked;
