package dev.lamplighter.web.relay;

import dev.lamplighter.control.Result;
import dev.lamplighter.light.Selector;

/** Hears what became of each command that guests gave, once. Called on the owner's thread: be quick, never block. */
public interface Told {
    /** @param target the lights that the command went to: a request may become several commands */
    void done(Asking asking, Selector target, Result result);

    /**
     * Who asked for it, and in which words.
     *
     * @param guest the board's name, or {@code the house}
     * @param words what stands behind the selector in the path, and the body, as it came
     */
    record Asking(String guest, String words) {
        static Asking of(Guest guest, String verb, RelayRequest request) {
            return new Asking(guest.name(), (verb + " " + request.body()).strip());
        }
    }
}
