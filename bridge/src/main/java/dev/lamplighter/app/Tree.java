package dev.lamplighter.app;

import dev.lamplighter.boards.BoardTopics;
import dev.lamplighter.homeassistant.TopicTree;
import dev.lamplighter.light.LightId;
import dev.lamplighter.topics.CommandTopics;
import java.util.UUID;

/** Our topics, for Home Assistant. */
record Tree(CommandTopics topics, BoardTopics boards) implements TopicTree {
    @Override
    public String base() {
        return topics.base();
    }

    @Override
    public boolean isRoom(String id) {
        return CommandTopics.isRoomId(id);
    }

    @Override
    public String bridgeState() {
        return topics.bridge("state");
    }

    @Override
    public String bridgeHealth() {
        return topics.bridge("health");
    }

    @Override
    public String bridgeInfo() {
        return topics.bridge("info");
    }

    @Override
    public String bridgeRestart() {
        return topics.restart();
    }

    @Override
    public String light(LightId light, String leaf) {
        return topics.of("light", light.serial(), leaf);
    }

    @Override
    public String group(String id, String leaf) {
        return topics.of("group", id, leaf);
    }

    @Override
    public String location(String id, String leaf) {
        return topics.of("location", id, leaf);
    }

    @Override
    public String scene(UUID scene) {
        return topics.scene(scene);
    }

    @Override
    public String board(String name, String leaf) {
        return boards.board(name, leaf);
    }
}
