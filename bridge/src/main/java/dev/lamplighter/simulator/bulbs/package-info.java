/**
 * The lights of a simulated household as bulbs on the LAN: LIFX's LAN protocol over real UDP, with named faults.
 *
 * <p>
 * {@code Bulbs} is the street of them. Each has a socket of its own; a datagram passes the {@code Air}, where faults befall it, and comes to a
 * {@code Bulb}, whose abilities read it and change the light in the household, which the simulated cloud shows as well. The protocol is
 * written down here a second time, apart from the bridge's own room for it, so that a misreading does not agree with itself.
 */
@NullMarked
package dev.lamplighter.simulator.bulbs;

import org.jspecify.annotations.NullMarked;
