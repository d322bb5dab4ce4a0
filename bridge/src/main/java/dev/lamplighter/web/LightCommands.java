package dev.lamplighter.web;

import java.util.function.Consumer;

/** Where commands and questions go. A place is that of the MQTT topic below its base, without its last level, such as {@code light/d073d5001337}. */
public interface LightCommands {
    /**
     * Returns at once.
     *
     * @param command as it would be published
     * @param result gets the result document, exactly once, from any thread; be quick
     */
    void give(String place, String command, Consumer<String> result);

    /** Asks what lights show now. Returns at once. */
    void look(String place);
}
