/**
 * Our own topic tree, for boards and scripts: topic and payload to command, state to payload.
 */
@NullMarked
package dev.lamplighter.topics;

import org.jspecify.annotations.NullMarked;
