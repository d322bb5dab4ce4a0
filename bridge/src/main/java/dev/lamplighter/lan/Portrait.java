package dev.lamplighter.lan;

import dev.lamplighter.control.Way.Sighting;
import dev.lamplighter.lan.wire.DeviceMessage.StateGroup;
import dev.lamplighter.lan.wire.DeviceMessage.StateLabel;
import dev.lamplighter.lan.wire.DeviceMessage.StateLocation;
import dev.lamplighter.lan.wire.Hsbk;
import dev.lamplighter.lan.wire.LightMessage;
import dev.lamplighter.lan.wire.LightMessage.StateInfrared;
import dev.lamplighter.lan.wire.MatrixMessage.StateTileEffect;
import dev.lamplighter.lan.wire.MatrixMessage.TileEffect;
import dev.lamplighter.lan.wire.StripMessage.StateMultiZoneEffect;
import dev.lamplighter.lan.wire.StripMessage.StripEffect;
import dev.lamplighter.light.Color;
import dev.lamplighter.light.Level;
import dev.lamplighter.light.Light;
import dev.lamplighter.light.Light.Room;
import dev.lamplighter.light.LightState;
import dev.lamplighter.light.Power;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Makes lights and what they show of what devices have said.
 *
 * @param names of groups and locations: devices may call one by several, of which the latest counts
 */
record Portrait(Products products, Map<String, Named> names) {
    record Named(String label, long since) {
        Named latest(Named other) {
            return other.since > since ? other : this;
        }
    }

    static Portrait of(Products products, Collection<Device> devices) {
        var names = new HashMap<String, Named>();
        for (var device : devices) {
            device.facts().find(StateGroup.class).ifPresent(
                    it -> names.merge(it.id(), new Named(it.label(), it.updatedAt()), Named::latest));
            device.facts().find(StateLocation.class).ifPresent(
                    it -> names.merge(it.id(), new Named(it.label(), it.updatedAt()), Named::latest));
        }
        return new Portrait(products, names);
    }

    /** @param begun when the look began: what was said before is as old as it is */
    Sighting sighting(Device device, Instant begun, Instant now) {
        var reached = !device.seen().isBefore(begun);
        return new Sighting(light(device), state(device), reached,
                reached ? Duration.ZERO : Duration.between(device.heard(), now));
    }

    private Light light(Device device) {
        var facts = device.facts();
        var label = facts.find(LightMessage.LightState.class).map(LightMessage.LightState::label)
                .or(() -> facts.find(StateLabel.class).map(StateLabel::label)).filter(text -> !text.isBlank())
                .orElse(device.id().serial());
        return new Light(device.id(), label, facts.find(StateGroup.class).map(StateGroup::id).flatMap(this::room),
                facts.find(StateLocation.class).map(StateLocation::id).flatMap(this::room),
                device.model(products).product());
    }

    /** A device that was never put anywhere says zeros. */
    private Optional<Room> room(String id) {
        return Optional.ofNullable(names.get(id)).filter(_ -> id.chars().anyMatch(digit -> digit != '0'))
                .map(name -> new Room(id, name.label.isBlank() ? id : name.label));
    }

    private LightState state(Device device) {
        var model = device.model(products);
        if (model.relays()) {
            return relays(device);
        }
        var look = device.facts().find(LightMessage.LightState.class).orElseThrow();
        var infrared = model.product().infrared()
                ? device.facts().find(StateInfrared.class).map(it -> Units.level(it.brightness()))
                : Optional.<Level>empty();
        var zones = device.facts().zones().stream().map(Units::zone).toList();
        return new LightState(Units.power(look.power()), Units.level(look.color().brightness()), color(look.color()),
                infrared, effect(device, model), zones);
    }

    private static Color color(Hsbk wire) {
        return Units.color(wire);
    }

    /** What is switched shines as it likes. */
    private static LightState relays(Device device) {
        var power = device.facts().relays().containsValue(true) ? Power.ON : Power.OFF;
        return new LightState(power, Level.FULL, new Color.White(Color.NEUTRAL), Optional.empty());
    }

    private static Optional<String> effect(Device device, Model model) {
        if (model.product().multizone()) {
            return device.facts().find(StateMultiZoneEffect.class).map(StateMultiZoneEffect::effect)
                    .map(StripEffect::type).filter(type -> type == StripEffect.MOVE).map(_ -> "move");
        }
        return device.facts().find(StateTileEffect.class).filter(_ -> model.product().matrix())
                .map(StateTileEffect::effect).flatMap(Portrait::word);
    }

    private static Optional<String> word(TileEffect effect) {
        return switch (effect.type()) {
            case TileEffect.MORPH -> Optional.of("morph");
            case TileEffect.FLAME -> Optional.of("flame");
            case TileEffect.SKY -> Optional.of(Deeds.word(effect.sky()));
            default -> Optional.empty();
        };
    }
}
