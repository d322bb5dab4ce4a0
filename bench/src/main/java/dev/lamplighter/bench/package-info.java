/** Programs that measure Lamplighter beside a reference in one run. */
@NullMarked
package dev.lamplighter.bench;

import org.jspecify.annotations.NullMarked;
