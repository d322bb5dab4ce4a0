package dev.lamplighter.boards;

import dev.lamplighter.mqtt.Bytes;
import java.util.function.Consumer;

/** Carries out light commands. */
public interface Commands {
    /**
     * Returns at once.
     *
     * @param from the topic of what set it off, for the log
     * @param target a LIFX selector, or {@code scene:} and a scene's UUID
     * @param command as it would be published
     * @param answer gets the result, as it is published for other commands, exactly once
     */
    void run(String from, String target, String command, Consumer<Bytes> answer);
}
