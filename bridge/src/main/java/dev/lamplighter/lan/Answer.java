package dev.lamplighter.lan;

import dev.lamplighter.lan.wire.Message;
import java.util.List;

/** What became of a letter. */
sealed interface Answer {
    record Said(List<Message> messages) implements Answer {
        public Said {
            messages = List.copyOf(messages);
        }
    }

    /** The device does not know such letters. */
    record Unable() implements Answer {}

    /** Nothing came in time. */
    record Silent() implements Answer {}

    /** A newer wish came before the device answered. */
    record Overtaken() implements Answer {}
}
