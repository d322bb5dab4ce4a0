package dev.lamplighter.lan.wire;

/** What switches speak of: relays, counted from 0, and buttons. */
public sealed interface SwitchMessage extends Message {
    record GetRelayPower(int relay) implements SwitchMessage {}

    /** @param level 0 or 65535 */
    record SetRelayPower(int relay, int level) implements SwitchMessage {}

    record StateRelayPower(int relay, int level) implements SwitchMessage {}

    /** What buttons do, as it is: 1620 hex digits. */
    record SetButtons(String content) implements SwitchMessage {
        static final int BYTES = 810;
    }

    /** As {@link SetButtons}, with another byte: 1622 hex digits. */
    record StateButtons(String content) implements SwitchMessage {
        static final int BYTES = 811;
    }

    /** @param haptic how long it shakes, in milliseconds */
    record SetButtonConfig(int haptic, Hsbk on, Hsbk off) implements SwitchMessage {}

    record StateButtonConfig(int haptic, Hsbk on, Hsbk off) implements SwitchMessage {}
}
