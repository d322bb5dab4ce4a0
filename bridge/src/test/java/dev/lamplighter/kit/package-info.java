/** Tests of this room. */
@NullMarked
package dev.lamplighter.kit;

import org.jspecify.annotations.NullMarked;
