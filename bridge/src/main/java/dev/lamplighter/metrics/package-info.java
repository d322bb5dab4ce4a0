/**
 * A listener that counts, and the text page that shows the counts. Empty until it is built.
 */
@NullMarked
package dev.lamplighter.metrics;

import org.jspecify.annotations.NullMarked;
