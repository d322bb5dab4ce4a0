/** What boards say on MQTT, and what happens when one of their buttons is pressed or a knob turned. */
@NullMarked
package dev.lamplighter.boards;

import org.jspecify.annotations.NullMarked;
