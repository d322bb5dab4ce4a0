package dev.lamplighter.homeassistant;

import dev.lamplighter.light.LightId;
import java.util.UUID;

/** The topics as users know them. */
record Tree(String base) implements TopicTree {
    /** As it is unless set otherwise. */
    Tree() {
        this("lifx");
    }

    @Override
    public boolean isRoom(String id) {
        return id.matches("[0-9a-f]{32}");
    }

    @Override
    public String bridgeState() {
        return base + "/bridge/state";
    }

    @Override
    public String bridgeHealth() {
        return base + "/bridge/health";
    }

    @Override
    public String bridgeInfo() {
        return base + "/bridge/info";
    }

    @Override
    public String bridgeRestart() {
        return base + "/bridge/restart";
    }

    @Override
    public String light(LightId light, String leaf) {
        return base + "/light/" + light.serial() + "/" + leaf;
    }

    @Override
    public String group(String id, String leaf) {
        return base + "/group/" + id + "/" + leaf;
    }

    @Override
    public String location(String id, String leaf) {
        return base + "/location/" + id + "/" + leaf;
    }

    @Override
    public String scene(UUID scene) {
        return base + "/scene/" + scene + "/set";
    }

    @Override
    public String board(String name, String leaf) {
        return "boards/" + name + "/" + leaf;
    }
}
