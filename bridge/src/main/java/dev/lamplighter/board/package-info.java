/** Words for the small computers with buttons, knobs and sensors: what they have, and what happens at them. */
@NullMarked
package dev.lamplighter.board;

import org.jspecify.annotations.NullMarked;
