package dev.lamplighter.cloud;

import dev.lamplighter.control.Outcome;
import dev.lamplighter.control.Outcome.Refused;
import dev.lamplighter.control.Outcome.Throttled;
import dev.lamplighter.control.Outcome.Unreachable;
import dev.lamplighter.control.Reply;
import java.time.Instant;
import java.util.function.Function;
import okhttp3.Headers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** What an answer of LIFX's HTTP API means. */
final class CloudReplies {
    private CloudReplies() {}

    record Answer(int status, Headers headers, String body) {
        /**
         * For a list of all lights, of which LIFX says that it matched none where the account has none. An answer in other words is somebody
         * else's, who knows of no such page.
         */
        Answer withNoneForNoMatch() {
            var none = status == 404 && (body.isBlank() || Json.read(body).isPresent());
            return none ? new Answer(200, headers, "[]") : this;
        }
    }

    /**
     * @param now when the answer came, by this machine's clock
     * @param reader gets the JSON of a success, or a missing node where LIFX has taken the request and says nothing more
     */
    static <T> Reply<T> read(Answer answer, Instant now, Function<JsonNode, Outcome<T>> reader) {
        return new Reply<>(outcome(answer, now, reader), RateLimit.allowance(answer.headers, now));
    }

    private static <T> Outcome<T> outcome(Answer answer, Instant now, Function<JsonNode, Outcome<T>> reader) {
        return switch (answer.status / 100) {
            case 2 -> success(answer, reader);
            case 3 -> new Refused<>(
                    "the LIFX Cloud sends us elsewhere (" + answer.status + "), where the token must not go");
            case 4 -> complaint(answer, now);
            default -> unwell(answer);
        };
    }

    private static <T> Outcome<T> success(Answer answer, Function<JsonNode, Outcome<T>> reader) {
        if (answer.status == 202 && answer.body.isBlank()) {
            return reader.apply(MissingNode.getInstance());
        }
        return Json.read(answer.body).map(reader)
                .orElseGet(() -> new Unreachable<>("the LIFX Cloud answered with something that is not JSON"));
    }

    private static <T> Outcome<T> complaint(Answer answer, Instant now) {
        var said = LifxError.text(answer.body).map(text -> ": " + text).orElse("");
        return switch (answer.status) {
            case 400, 422 -> new Refused<>("the LIFX Cloud does not understand the request" + said);
            case 401 -> new Refused<>("the LIFX Cloud does not accept the token");
            case 403 -> new Refused<>("the LIFX Cloud does not let this token control lights" + said);
            case 404 -> new Refused<>("the LIFX Cloud says that the selector matched no light" + said);
            case 408, 423 -> unwell(answer);
            case 426 -> new Refused<>("the LIFX Cloud speaks only https");
            case 429 -> new Throttled<>(RateLimit.until(answer.headers, now));
            default -> new Refused<>("the LIFX Cloud refuses the request (" + answer.status + ")" + said);
        };
    }

    private static <T> Outcome<T> unwell(Answer answer) {
        var said = LifxError.text(answer.body).map(text -> ": " + text).orElse("");
        return new Unreachable<>("the LIFX Cloud is unwell (" + answer.status + ")" + said);
    }
}
