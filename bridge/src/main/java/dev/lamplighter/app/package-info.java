/**
 * The commands, and the wiring: builds every part, starts them in order and closes them in reverse.
 */
@NullMarked
package dev.lamplighter.app;

import org.jspecify.annotations.NullMarked;
