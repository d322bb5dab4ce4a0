package dev.lamplighter.simulator;

import java.util.List;
import java.util.random.RandomGenerator;
import tools.jackson.databind.node.ObjectNode;

/** LIFX's HTTP API, version 1: which request is read by what. */
final class Api {
    private static final String EFFECTS = "POST effects/";

    private final RandomGenerator random;
    private final StateActions states;
    private final EffectActions effects;

    Api(RandomGenerator random) {
        this.random = random;
        this.effects = new EffectActions(random);
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
            case "scenes" -> scenes(request, rest);
            case "color" -> color(request);
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
            case "POST state/delta" -> DeltaAction.read(selector, fields(request));
            case "POST cycle" -> CycleAction.read(selector, fields(request), random);
            case "POST clean" -> CleanAction.read(selector, fields(request));
            default -> effect(verb, selector, request);
        };
    }

    private Action effect(String verb, LightSelector selector, Request request) {
        if (!verb.startsWith(EFFECTS)) {
            throw unknown();
        }
        return effects.read(verb.substring(EFFECTS.length()), selector, fields(request)).orElseThrow(Api::unknown);
    }

    private Action scenes(Request request, List<String> path) {
        var verb = request.method() + " " + path.size();
        if (verb.equals("GET 0")) {
            return SceneActions::list;
        }
        if (verb.equals("PUT 2") && path.getLast().equals("activate")) {
            var body = request.fields();
            var overrides = body.get("overrides") instanceof ObjectNode object ? object : Json.object();
            return SceneActions.activate(path.getFirst(), new Fields(body, random), new Fields(overrides, random));
        }
        throw unknown();
    }

    private Action color(Request request) {
        var color = ColorString.parse(request.query().getOrDefault("string", ""), random)
                .orElseThrow(() -> Refusal.of("string", "is invalid"));
        return _ -> Reply.json(200, color.json());
    }

    private Fields fields(Request request) {
        return new Fields(request.fields(), random);
    }

    private static Reply list(Turn turn, LightSelector selector) {
        var list = Json.object().putArray("lights");
        for (var chosen : turn.require(selector)) {
            var connected = turn.delivery(chosen.id()) != Delivery.OFFLINE;
            list.add(LightJson.of(turn.light(chosen.id()).at(turn.now()), connected, turn.now()));
        }
        return Reply.json(200, list);
    }

    private static Refusal unknown() {
        return new Refusal(Reply.error(404, "there is no such endpoint"));
    }
}
