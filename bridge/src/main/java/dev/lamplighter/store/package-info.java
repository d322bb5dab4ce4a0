/**
 * What must outlive the process, in files: the journal of commands that are not acknowledged yet.
 */
@NullMarked
package dev.lamplighter.store;

import org.jspecify.annotations.NullMarked;
