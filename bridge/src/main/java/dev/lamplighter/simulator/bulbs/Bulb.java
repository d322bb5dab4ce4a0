package dev.lamplighter.simulator.bulbs;

import dev.lamplighter.light.LightId;
import dev.lamplighter.simulator.Household;
import dev.lamplighter.simulator.Model;
import dev.lamplighter.simulator.SimulatedLight;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A device that reads what it gets, changes its light in the household, and says what it has to say. Safe for many threads. */
final class Bulb {
    private final LightId id;
    private final Household household;
    private final InstantSource clock;
    private final Pace pace;
    private final Memory memory;
    private final List<Ability> abilities;

    /** @param perSecond how many messages it takes in a second */
    Bulb(SimulatedLight light, Household household, InstantSource clock, int perSecond) {
        this.id = light.id();
        this.household = household;
        this.clock = clock;
        this.pace = new Pace(perSecond);
        this.memory = new Memory(clock.instant());
        this.abilities = abilities(light.model());
    }

    LightId id() {
        return id;
    }

    /** Empty where it does not take the message: too many, for somebody else, or it has left the house. */
    synchronized Optional<List<Message>> hear(Packet packet, int port) {
        var now = clock.instant();
        var light = household.find(id);
        if (packet.target().filter(it -> !it.equals(id)).isPresent() || light.isEmpty() || !pace.takes(now)) {
            return Optional.empty();
        }
        return Optional.of(answers(packet, new Situation(light.get(), memory, port, now)));
    }

    synchronized List<Boolean> relays() {
        return List.copyOf(memory.relays);
    }

    private List<Message> answers(Packet packet, Situation situation) {
        var deed = deed(packet, situation);
        var answers = new ArrayList<Message>();
        if (deed.isPresent()) {
            if (!deed.get().asked()) {
                household.change(id, deed.get().change());
            }
            if (packet.ackWanted()) {
                answers.add(Message.of(Type.ACKNOWLEDGEMENT));
            }
            if (deed.get().tells(packet)) {
                answers.addAll(deed.get().states());
            }
        }
        return answers;
    }

    /** Lights say nothing to what they do not understand. */
    private Optional<Deed> deed(Packet packet, Situation situation) {
        var type = packet.type();
        return type.isEmpty()
                ? Optional.of(RelayMessages.unhandled(packet)).filter(_ -> situation.light().model().relays())
                : abilities.stream().flatMap(it -> it.hear(packet, type.get(), situation).stream()).findFirst();
    }

    private static List<Ability> abilities(Model model) {
        var abilities = new ArrayList<Ability>();
        if (model.relays()) {
            abilities.add(new RelayMessages());
        }
        abilities.add(new DeviceMessages());
        abilities.add(new RoomMessages());
        if (!model.relays()) {
            abilities.add(new LightMessages());
            abilities.add(new WaveMessages());
            abilities.add(new EffectMessages());
        }
        var product = model.product();
        if (product.infrared()) {
            abilities.add(new InfraredMessages());
        }
        if (product.hev()) {
            abilities.add(new HevMessages());
        }
        if (product.multizone()) {
            abilities.add(new ZoneMessages());
        }
        if (product.matrix()) {
            abilities.add(new MatrixMessages());
        }
        return abilities;
    }
}
