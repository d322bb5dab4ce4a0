package dev.lamplighter.web.relay;

import dev.lamplighter.control.Result;
import dev.lamplighter.control.Targets.Target;
import dev.lamplighter.control.Way.Reach;
import dev.lamplighter.light.LightId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What one request asked of lights, and what becomes of it.
 *
 * @param parcels by the lights that something was sent to
 * @param unable what lights cannot do that were asked to
 */
record Sending(Collection<Target> targets, Map<LightId, Parcel> parcels, List<String> unable) {
    /** In LIFX's shape: each light with one of LIFX's three words. */
    record Told(ArrayNode results, List<String> warnings, Optional<String> failure) {
        /**
         * The body of a reply.
         *
         * @throws Refusal (503) when nothing went out at all
         */
        ObjectNode body(ObjectNode unknown) {
            failure.ifPresent(why -> {
                throw new Refusal(RelayReply.error(503, why));
            });
            var body = Json.object();
            body.set("results", results);
            return warned(body, unknown, warnings);
        }
    }

    static ObjectNode warned(ObjectNode body, ObjectNode unknown, List<String> warnings) {
        if (!unknown.isEmpty()) {
            body.withArray("warnings").addObject().put("warning", "Unknown params").set("unknown_params", unknown);
        }
        warnings.forEach(warning -> body.withArray("warnings").addObject().put("warning", warning));
        return body;
    }

    Told await(Duration patience) {
        var results = Json.object().putArray("results");
        var refusals = new ArrayList<String>();
        for (var target : targets) {
            var parcel = Optional.ofNullable(parcels.get(target.id()));
            var result = parcel.flatMap(it -> it.result(patience));
            result.filter(Sending::isRefused).flatMap(Result::reason).ifPresent(refusals::add);
            results.addObject().put("id", target.id().serial()).put("label", target.light().light().label())
                    .put("status", parcel.isEmpty() ? unsent(target) : word(target, result));
        }
        var nothingWent = !parcels.isEmpty() && refusals.size() == parcels.size();
        return new Told(results, unable, nothingWent ? Optional.of(refusals.getFirst()) : Optional.empty());
    }

    private static boolean isRefused(Result result) {
        return result.status() == Result.Status.REFUSED && result.lights().isEmpty();
    }

    private static String unsent(Target target) {
        return target.light().reachable() ? "ok" : "offline";
    }

    private static String word(Target target, Optional<Result> result) {
        var reach = result.map(Result::lights).map(lights -> lights.get(target.id()));
        if (reach.isPresent()) {
            return word(reach.get());
        }
        return result.filter(Sending::isDone).isPresent() ? "ok" : target.light().reachable() ? "timed_out" : "offline";
    }

    /** A newer wish that took the place of one is as good as having come after it. */
    private static boolean isDone(Result result) {
        return switch (result.status()) {
            case APPLIED, SUPERSEDED -> true;
            case PARTLY, REFUSED, EXPIRED, UNREACHABLE -> false;
        };
    }

    private static String word(Reach reach) {
        return switch (reach) {
            case OK -> "ok";
            case TIMED_OUT -> "timed_out";
            case OFFLINE -> "offline";
        };
    }
}
