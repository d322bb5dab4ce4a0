package dev.lamplighter.simulator;

import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;

/** LIFX's HTTP API, version 1: which request is read by what. */
final class Api {
    private final InstantSource clock;
    private final StateActions states;

    Api(InstantSource clock, RandomGenerator random) {
        this.clock = clock;
        this.states = new StateActions(random);
    }

    /** @throws Refusal when there is no such path, or the request is bad whatever lights there are */
    Action read(Request request) {
        var path = request.path();
        if (path.size() < 2 || !path.getFirst().equals("v1")) {
            throw unknown();
        }
        var rest = path.subList(2, path.size());
        return switch (path.get(1)) {
            case "lights" -> lights(request, rest);
            default -> throw unknown();
        };
    }

    private Action lights(Request request, List<String> path) {
        if (path.isEmpty()) {
            throw unknown();
        }
        var verb = request.method() + " " + String.join("/", path.subList(1, path.size()));
        if (path.getFirst().equals("states") && verb.equals("PUT ")) {
            return states.states(request.fields());
        }
        var selector = LightSelector.parse(path.getFirst());
        return switch (verb) {
            case "GET " -> turn -> list(turn, selector);
            case "PUT state" -> states.state(selector, request.fields());
            case "POST toggle" -> states.toggle(selector, request.fields());
            default -> throw unknown();
        };
    }

    private Reply list(Turn turn, LightSelector selector) {
        var list = Json.object().putArray("lights");
        for (var chosen : turn.require(selector)) {
            var connected = turn.delivery(chosen.id()) != Delivery.OFFLINE;
            list.add(LightJson.of(turn.light(chosen.id()), connected, clock.instant()));
        }
        return Reply.json(200, list);
    }

    private static Refusal unknown() {
        return new Refusal(Reply.error(404, "there is no such endpoint"));
    }
}
