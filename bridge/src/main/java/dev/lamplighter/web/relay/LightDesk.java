package dev.lamplighter.web.relay;

import dev.lamplighter.control.Targets.Target;
import dev.lamplighter.light.Action;
import dev.lamplighter.light.LightCommand;
import dev.lamplighter.light.LightCommand.Change;
import dev.lamplighter.light.LightCommand.Perform;
import dev.lamplighter.light.LightCommand.Toggle;
import dev.lamplighter.light.Parsed;
import dev.lamplighter.light.Selector;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Everything below {@code /v1/lights}. All of a request is read before anything is done. */
final class LightDesk {
    private static final int MOST_STATES = 50;

    private final Picture picture;
    private final Courier courier;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final Colors colors;

    LightDesk(Picture picture, Courier courier, InstantSource clock, RandomGenerator random) {
        this.picture = picture;
        this.courier = courier;
        this.clock = clock;
        this.random = random;
        this.colors = new Colors(random);
    }

    /** Whose lights are meant, and by what. */
    private record Ask(Guest guest, Selector selector) {}

    /** @param verb the method and what stands behind the selector, such as {@code PUT state} */
    RelayReply answer(String verb, String selector, Guest guest, Supplier<ObjectNode> body) {
        if (verb.equals("PUT ") && selector.equals("states")) {
            return states(new Fields(body.get()), guest);
        }
        var ask = new Ask(guest, selector(selector));
        return switch (verb) {
            case "GET " -> list(ask);
            case "PUT state" -> state(ask, new Fields(body.get()));
            case "POST state/delta" -> delta(ask, new Fields(body.get()));
            case "POST toggle" -> toggle(ask, new Fields(body.get()));
            case "POST cycle" -> cycle(ask, new Fields(body.get()));
            case "POST clean" -> clean(ask, new Fields(body.get()));
            default -> effect(verb, ask, body);
        };
    }

    private RelayReply list(Ask ask) {
        var list = Json.object().putArray("lights");
        meant(ask).forEach(target -> list.add(LightJson.of(target.light(), clock.instant())));
        return RelayReply.json(200, list);
    }

    private RelayReply state(Ask ask, Fields fields) {
        var fast = fields.flag("fast", false);
        var wish = Wish.read(fields, colors);
        fields.check();
        return told(courier.send(meant(ask), target -> wish.on(target.light().state())), fields, fast);
    }

    private RelayReply delta(Ask ask, Fields fields) {
        var fast = fields.flag("fast", false);
        var delta = Delta.read(fields);
        fields.check();
        return told(courier.sendInTurn(() -> whole(meant(ask)), target -> delta.on(target.light().state())), fields,
                fast);
    }

    private RelayReply toggle(Ask ask, Fields fields) {
        var toggle = new Toggle(fields.fade());
        fields.check();
        return told(courier.send(whole(meant(ask)), _ -> toggle), fields, false);
    }

    private RelayReply cycle(Ask ask, Fields fields) {
        var backward = fields.isBackward();
        var states = new ArrayList<Wish>();
        for (var entry : StateList.take(fields, Cycle.LEAST, Cycle.MOST)) {
            var one = new Fields(entry);
            states.add(Wish.read(one, colors));
            one.check();
        }
        var cycle = new Cycle(List.copyOf(states), backward);
        return told(courier.sendInTurn(() -> whole(meant(ask)), target -> cycle.on(target.light().state())), fields,
                false);
    }

    private RelayReply clean(Ask ask, Fields fields) {
        var stop = fields.flag("stop", false);
        var seconds = fields.number("duration", 0, Integer.MAX_VALUE).map(Double::intValue).filter(it -> it > 0);
        fields.check();
        return once(ask, new Action.Clean(stop, seconds), fields, false);
    }

    private RelayReply effect(String verb, Ask ask, Supplier<ObjectNode> body) {
        if (!verb.startsWith("POST effects/")) {
            throw Refusal.noSuchPath();
        }
        var fields = new Fields(body.get());
        var fast = fields.flag("fast", false);
        var effect = new Effects(colors).read(verb.substring("POST effects/".length()), fields)
                .orElseThrow(Refusal::noSuchPath);
        fields.check();
        return once(ask, effect, fields, fast);
    }

    private RelayReply once(Ask ask, Action action, Fields fields, boolean fast) {
        LightCommand command = new Perform(Change.NONE, action);
        return told(courier.send(whole(meant(ask)), _ -> command), fields, fast);
    }

    /** LIFX answers this with 207 even when it is fast. */
    private RelayReply states(Fields fields, Guest guest) {
        var fast = fields.flag("fast", false);
        var operations = StateList.take(fields, 1, MOST_STATES).stream().map(entry -> operation(entry, guest)).toList();
        picture.await(courier.patience());
        var sent = operations.stream().map(Operation::send).toList();
        var results = Json.object();
        var list = results.putArray("results");
        sent.forEach(one -> list.add(fast ? one.accepted() : one.told(courier)));
        return RelayReply.json(207, Sending.warned(results, fields.unknown(), List.of()));
    }

    /** One entry of {@code states}, read. */
    private record Operation(ObjectNode entry, Fields fields, Supplier<Sending> sender) {
        Sent send() {
            return new Sent(this, sender.get());
        }
    }

    private record Sent(Operation operation, Sending sending) {
        ObjectNode told(Courier courier) {
            var told = sending.await(courier.patience());
            return with(told.results(), told.warnings());
        }

        private ObjectNode accepted() {
            var unheard = new Sending(sending.targets(), Map.of(), sending.unable())
                    .await(Duration.ZERO);
            return with(unheard.results(), unheard.warnings());
        }

        private ObjectNode with(JsonNode results, List<String> warnings) {
            var json = Json.object();
            json.set("operation", operation.entry);
            json.set("results", results);
            return Sending.warned(json, operation.fields.unknown(), warnings);
        }
    }

    private Operation operation(ObjectNode entry, Guest guest) {
        var fields = new Fields(entry);
        fields.require("selector");
        var text = fields.text("selector");
        var wish = Wish.read(fields, colors);
        fields.check();
        var selector = selector(text.orElse(""));
        Function<Target, LightCommand> command = target -> wish.on(target.light().state());
        return new Operation(entry, fields,
                () -> courier.send(picture.of(selector, guest, random), command));
    }

    private RelayReply told(Sending sending, Fields fields, boolean fast) {
        return fast
                ? RelayReply.accepted()
                : RelayReply.json(207, sending.await(courier.patience()).body(fields.unknown()));
    }

    private Collection<Target> meant(Ask ask) {
        picture.await(courier.patience());
        var meant = picture.of(ask.selector, ask.guest, random);
        if (meant.isEmpty()) {
            throw new Refusal(
                    RelayReply.error(404, "could not find light with selector '" + ask.selector.text() + "'"));
        }
        return meant;
    }

    /** For what is not done to some zones of a light. */
    private static Collection<Target> whole(Collection<Target> targets) {
        return targets.stream().map(target -> new Target(target.light(), Optional.empty())).toList();
    }

    private static Selector selector(String text) {
        return switch (Selector.parse(text)) {
            case Parsed.Accepted<Selector>(var selector) -> selector;
            case Parsed.Rejected<Selector> _ -> throw Refusal.of("selector", "is invalid");
        };
    }
}
