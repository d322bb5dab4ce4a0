package dev.lamplighter.lan;

import dev.lamplighter.lan.wire.Bare;
import dev.lamplighter.lan.wire.DeviceMessage.StateGroup;
import dev.lamplighter.lan.wire.DeviceMessage.StateHostFirmware;
import dev.lamplighter.lan.wire.DeviceMessage.StateLabel;
import dev.lamplighter.lan.wire.DeviceMessage.StateLocation;
import dev.lamplighter.lan.wire.DeviceMessage.StateVersion;
import dev.lamplighter.lan.wire.LightMessage.LightState;
import dev.lamplighter.lan.wire.LightMessage.StateInfrared;
import dev.lamplighter.lan.wire.MatrixMessage.GetTileEffect;
import dev.lamplighter.lan.wire.MatrixMessage.StateTileEffect;
import dev.lamplighter.lan.wire.Message;
import dev.lamplighter.lan.wire.StripMessage;
import dev.lamplighter.lan.wire.StripMessage.GetColorZones;
import dev.lamplighter.lan.wire.StripMessage.StateExtendedColorZones;
import dev.lamplighter.lan.wire.StripMessage.StateMultiZoneEffect;
import dev.lamplighter.lan.wire.SwitchMessage.GetRelayPower;
import dev.lamplighter.lan.wire.SwitchMessage.StateRelayPower;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Asks a device who it is and how it looks. Blocks; made for virtual threads. */
final class Inquiry {
    /** Shorter than a look may take, so that it ends by itself. */
    private static final Duration PATIENCE = Duration.ofMillis(2_300);
    /** Rooms are changed by hand, now and then. */
    private static final Duration ROOMS = Duration.ofMinutes(2);
    private static final int LAST_ZONE = 255;
    /** No switch has more. */
    private static final int RELAYS = 4;

    private final Talk talk;
    private final Products products;
    private final InstantSource clock;

    Inquiry(Talk talk, Products products, InstantSource clock) {
        this.talk = talk;
        this.products = products;
        this.clock = clock;
    }

    /** Whether enough is known afterwards to speak of it. */
    boolean introduce(Device device) {
        var begun = clock.instant();
        await(begun, List.of(ask(device, Bare.GET_VERSION, StateVersion.class),
                ask(device, Bare.GET_HOST_FIRMWARE, StateHostFirmware.class),
                ask(device, Bare.GET_LABEL, StateLabel.class), ask(device, Bare.GET_GROUP, StateGroup.class),
                ask(device, Bare.GET_LOCATION, StateLocation.class)));
        return device.facts().has(StateVersion.class) && device.facts().has(StateHostFirmware.class) && look(device);
    }

    /** Whether it answered. */
    boolean look(Device device) {
        var begun = clock.instant();
        var model = device.model(products);
        var first = model.relays()
                ? ask(device, Bare.GET_LABEL, StateLabel.class)
                : ask(device, Bare.GET_COLOR, LightState.class);
        var more = more(device, model);
        var answers = Talk.await(first, left(begun), new Answer.Silent()) instanceof Answer.Said;
        await(begun, more);
        if (answers) {
            device.seen(begun);
        }
        device.answers(answers);
        return answers;
    }

    private List<CompletableFuture<Answer>> more(Device device, Model model) {
        var more = new ArrayList<CompletableFuture<Answer>>();
        var rooms = device.asksForRooms(clock.instant(), ROOMS);
        // Old firmware is silent where it does not know a question, and would hold up each look.
        Predicate<Class<? extends Message>> isWorth = answer -> rooms || device.seen().equals(Instant.MIN)
                || device.facts().has(answer);
        if (model.product().infrared() && isWorth.test(StateInfrared.class)) {
            more.add(ask(device, Bare.GET_INFRARED, StateInfrared.class));
        }
        if (model.product().multizone()) {
            more.add(talk.ask(device, zones(model).until(Facts::isWhole)));
            if (isWorth.test(StateMultiZoneEffect.class)) {
                more.add(ask(device, Bare.GET_MULTI_ZONE_EFFECT, StateMultiZoneEffect.class));
            }
        }
        if (model.product().matrix() && isWorth.test(StateTileEffect.class)) {
            more.add(ask(device, new GetTileEffect(), StateTileEffect.class));
        }
        if (model.relays()) {
            IntStream.range(0, device.facts().relays().isEmpty() ? RELAYS : device.facts().relays().size())
                    .forEach(relay -> more.add(ask(device, new GetRelayPower(relay), StateRelayPower.class)));
        }
        if (rooms) {
            more.add(ask(device, Bare.GET_GROUP, StateGroup.class));
            more.add(ask(device, Bare.GET_LOCATION, StateLocation.class));
        }
        return more;
    }

    private static Letter zones(Model model) {
        return model.extended()
                ? Letter.asking(Bare.GET_EXTENDED_COLOR_ZONES, StateExtendedColorZones.class, PATIENCE)
                : Letter.asking(new GetColorZones(0, LAST_ZONE), StripMessage.class, PATIENCE);
    }

    private CompletableFuture<Answer> ask(Device device, Message question, Class<? extends Message> answer) {
        return talk.ask(device, Letter.asking(question, answer, PATIENCE));
    }

    private void await(Instant begun, List<CompletableFuture<Answer>> answers) {
        answers.forEach(answer -> Talk.await(answer, left(begun), new Answer.Silent()));
    }

    private Duration left(Instant begun) {
        return PATIENCE.minus(Duration.between(begun, clock.instant()));
    }
}
