@NullMarked
package dev.lamplighter.metrics;

import org.jspecify.annotations.NullMarked;
