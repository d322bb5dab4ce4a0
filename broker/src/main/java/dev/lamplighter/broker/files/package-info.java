/** How files are written that others may read at any moment. */
@NullMarked
package dev.lamplighter.broker.files;

import org.jspecify.annotations.NullMarked;
