/**
 * A simulated LIFX account that speaks LIFX's HTTP API over real HTTPS, with named faults, for demos and tests.
 */
@NullMarked
package dev.lamplighter.simulator;

import org.jspecify.annotations.NullMarked;
