/**
 * Keeps what must outlive the process: commands that have been taken on and have no result yet. They lie in a file, so that the broker can be
 * told that they have arrived while they are still under way, and are taken up again after a crash.
 */
@NullMarked
package dev.lamplighter.store;

import org.jspecify.annotations.NullMarked;
