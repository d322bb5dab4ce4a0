package dev.lamplighter.broker.rules;

/**
 * The first levels of the topics that the rules are about.
 *
 * @param base of lights and of the bridge, {@code lifx} unless set otherwise
 * @param boards of boards, {@code boards} unless set otherwise
 * @param prefix of Home Assistant's discovery, {@code homeassistant} unless set otherwise
 */
public record Tree(String base, String boards, String prefix) {
    public static final Tree STANDARD = new Tree("lifx", "boards", "homeassistant");

    /** Whether something that is published there asks for something to be done: it counts at that moment only. */
    public boolean isCommand(String topic) {
        if (topic.equals(base + "/bridge/restart")) {
            return true;
        }
        return topic.startsWith(base + "/") && (topic.endsWith("/set") || topic.endsWith("/get"));
    }
}
