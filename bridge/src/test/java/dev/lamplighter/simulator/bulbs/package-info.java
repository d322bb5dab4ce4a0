@NullMarked
package dev.lamplighter.simulator.bulbs;

import org.jspecify.annotations.NullMarked;
