/**
 * Decides: takes a wish, chooses a way, spaces the calls, keeps what is known, and says what became of each command. It declares the ports
 * that the edges implement and does no I/O of its own.
 */
@NullMarked
package dev.lamplighter.control;

import org.jspecify.annotations.NullMarked;
