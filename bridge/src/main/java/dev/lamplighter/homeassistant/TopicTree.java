package dev.lamplighter.homeassistant;

import dev.lamplighter.light.LightId;
import java.util.UUID;

/** Where what Home Assistant is told of is published, and where it may publish. */
public interface TopicTree {
    /** The first levels of the topics of lights and of the bridge. */
    String base();

    /** Whether there are topics of a group or location of that id. */
    boolean isRoom(String id);

    /** {@code online} or {@code offline}. */
    String bridgeState();

    /** JSON, each minute. */
    String bridgeHealth();

    /** JSON. */
    String bridgeInfo();

    /** Any message there makes the bridge begin anew. */
    String bridgeRestart();

    /** @param leaf {@code state}, {@code availability} or {@code set} */
    String light(LightId light, String leaf);

    /** @param leaf as for a light */
    String group(String id, String leaf);

    /** @param leaf as for a light */
    String location(String id, String leaf);

    /** Where a scene is activated by {@code ON}. */
    String scene(UUID scene);

    /** @param leaf such as {@code state}, {@code sensor}, {@code telemetry} or {@code button/1} */
    String board(String name, String leaf);
}
