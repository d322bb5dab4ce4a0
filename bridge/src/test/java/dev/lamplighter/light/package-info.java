@NullMarked
package dev.lamplighter.light;

import org.jspecify.annotations.NullMarked;
