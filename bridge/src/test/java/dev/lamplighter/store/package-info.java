@NullMarked
package dev.lamplighter.store;

import org.jspecify.annotations.NullMarked;
