@NullMarked
package dev.lamplighter;

import org.jspecify.annotations.NullMarked;
