package dev.lamplighter.lan;

import dev.lamplighter.lan.wire.DeviceMessage.StateHostFirmware;
import dev.lamplighter.lan.wire.DeviceMessage.StateLabel;
import dev.lamplighter.lan.wire.DeviceMessage.StateVersion;
import dev.lamplighter.lan.wire.LightMessage.LightState;
import dev.lamplighter.light.LightId;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;

/** Something that answers on the LAN, where, and what it has said. Safe for many threads. */
final class Device {
    private final LightId id;
    private final Facts facts = new Facts();
    private final AtomicBoolean speaks = new AtomicBoolean();
    private volatile InetSocketAddress address;
    private volatile Instant heard;
    private volatile Instant seen = Instant.MIN;
    private volatile Instant rooms;
    private volatile boolean answers = true;

    Device(LightId id, InetSocketAddress address, Instant heard) {
        this.id = id;
        this.address = address;
        this.heard = heard;
        this.rooms = heard;
    }

    LightId id() {
        return id;
    }

    Facts facts() {
        return facts;
    }

    InetSocketAddress address() {
        return address;
    }

    void isAt(InetSocketAddress where) {
        address = where;
    }

    Instant heard() {
        return heard;
    }

    void heard(Instant now) {
        heard = now;
    }

    /** When it has told last how it looks. */
    Instant seen() {
        return seen;
    }

    void seen(Instant now) {
        seen = now;
    }

    /** Whether it is time to ask where it belongs, which it is then not for a while. */
    boolean asksForRooms(Instant now, Duration apart) {
        if (now.isBefore(rooms.plus(apart))) {
            return false;
        }
        rooms = now;
        return true;
    }

    /** Whether it answered when it was looked at last. */
    boolean answers() {
        return answers;
    }

    void answers(boolean whether) {
        answers = whether;
    }

    /** Whether it is to be asked who it is, which only one may do at a time. */
    boolean beginsToSpeak() {
        return speaks.compareAndSet(false, true);
    }

    void endsToSpeak() {
        speaks.set(false);
    }

    /** What it can do; what nobody knows of it yet it cannot. */
    Model model(Products products) {
        var firmware = facts.find(StateHostFirmware.class).map(it -> new Firmware(it.major(), it.minor()))
                .orElse(new Firmware(0, 0));
        return products.of(facts.find(StateVersion.class).map(it -> (int) it.product()).orElse(0), firmware);
    }

    /** Whether enough is known of it to speak of it. */
    boolean isKnown(Products products) {
        return facts.has(StateVersion.class) && facts.has(StateHostFirmware.class)
                && (model(products).relays() ? facts.has(StateLabel.class) : facts.has(LightState.class));
    }
}
