package dev.lamplighter.homeassistant;

import dev.lamplighter.light.LightId;
import java.util.UUID;

/** The topics as users know them. */
final class Tree implements TopicTree {
    @Override
    public String bridgeState() {
        return "lifx/bridge/state";
    }

    @Override
    public String bridgeHealth() {
        return "lifx/bridge/health";
    }

    @Override
    public String bridgeInfo() {
        return "lifx/bridge/info";
    }

    @Override
    public String bridgeRestart() {
        return "lifx/bridge/restart";
    }

    @Override
    public String light(LightId light, String leaf) {
        return "lifx/light/" + light.serial() + "/" + leaf;
    }

    @Override
    public String group(String id, String leaf) {
        return "lifx/group/" + id + "/" + leaf;
    }

    @Override
    public String location(String id, String leaf) {
        return "lifx/location/" + id + "/" + leaf;
    }

    @Override
    public String scene(UUID scene) {
        return "lifx/scene/" + scene + "/set";
    }

    @Override
    public String board(String name, String leaf) {
        return "boards/" + name + "/" + leaf;
    }
}
