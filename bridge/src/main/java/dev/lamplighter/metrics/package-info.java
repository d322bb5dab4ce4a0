/**
 * A listener that counts, and the text page that shows the counts to Prometheus.
 */
@NullMarked
package dev.lamplighter.metrics;

import org.jspecify.annotations.NullMarked;
