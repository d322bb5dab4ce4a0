@NullMarked
package dev.lamplighter.app;

import org.jspecify.annotations.NullMarked;
