/**
 * The words everything else is said in: lights, colours, commands and selectors as values that cannot be wrong once built. Nothing here
 * knows a wire, a clock or a thread.
 */
@NullMarked
package dev.lamplighter.light;

import org.jspecify.annotations.NullMarked;
