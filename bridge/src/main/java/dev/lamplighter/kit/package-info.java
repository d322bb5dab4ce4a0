/** What a board is given so that it can log in: a folder of files for its firmware, and a code to scan. */
@NullMarked
package dev.lamplighter.kit;

import org.jspecify.annotations.NullMarked;
