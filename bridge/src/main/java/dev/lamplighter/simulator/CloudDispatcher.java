package dev.lamplighter.simulator;

import dev.lamplighter.light.Secret;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;

/** Takes a request through token, limit and faults to the household, and its answer back. */
final class CloudDispatcher extends Dispatcher {
    /** What one account's requests pass on their way. */
    record Passage(Desk desk, RateLimit limit, Faults faults, RequestLog log) {}

    private final Passage passage;
    private final Doorway doorway;
    private final SimulatorSettings settings;
    private final InstantSource clock;

    CloudDispatcher(Passage passage, Doorway doorway, SimulatorSettings settings, InstantSource clock) {
        this.passage = passage;
        this.doorway = doorway;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public MockResponse dispatch(RecordedRequest recorded) {
        var nanos = System.nanoTime();
        var at = clock.instant();
        var request = Request.of(recorded);
        var charged = isAllowed(request.login(), settings.token());
        var ticket = charged ? passage.limit().charge() : passage.limit().look();
        var answer = charged ? answer(request, ticket) : normal(Reply.error(401, "the token is missing or wrong"));
        passage.log().add(new Exchange(0, at, nanos, request.method(), request.pathText(), request.content().text(),
                recorded.getVersion(), tls(recorded), answer.status()));
        return response(recorded, answer, ticket);
    }

    private Answer answer(Request request, RateLimit.Ticket ticket) {
        if (!ticket.granted()) {
            return normal(Reply.error(429, "too many requests"));
        }
        var faults = passage.faults().ofRequest(request.isWrite());
        var answer = normal(faults.stream().allMatch(Answer::applies)
                ? passage.desk().serve(request)
                : Reply.json(207, Json.object()));
        // The first fault has the last word.
        for (var fault : faults.reversed()) {
            answer = answer.under(fault);
        }
        return answer;
    }

    private Answer normal(Reply reply) {
        return Answer.of(reply).later(reply.fast() ? settings.pace().fast() : settings.pace().normal());
    }

    private MockResponse response(RecordedRequest recorded, Answer answer, RateLimit.Ticket ticket) {
        var reply = answer.reply();
        var response = new MockResponse.Builder().code(reply.status()).setHeader("Content-Type", reply.type())
                .setHeader("Date",
                        DateTimeFormatter.RFC_1123_DATE_TIME.format(clock.instant().atOffset(ZoneOffset.UTC)))
                .body(reply.body()).headersDelay(answer.delay().toNanos(), TimeUnit.NANOSECONDS);
        answer.limits().of(reply.status() == 429 ? ticket.spent() : ticket, clock.instant())
                .forEach(header -> response.setHeader(header.getFirst(), header.getSecond()));
        return ended(response, answer.ending(), recorded).build();
    }

    private MockResponse.Builder ended(MockResponse.Builder response, Answer.Ending ending, RecordedRequest recorded) {
        return switch (ending) {
            case WHOLE -> response;
            case CUT_IN_BODY -> response.onResponseBody(new SocketEffect.CloseSocket());
            case CUT_BEFORE -> {
                doorway.cut(recorded.getConnectionIndex());
                yield response;
            }
        };
    }

    private static String tls(RecordedRequest recorded) {
        return Optional.ofNullable(recorded.getHandshake()).map(it -> it.tlsVersion().javaName()).orElse("none");
    }

    private static boolean isAllowed(Optional<String> login, Secret token) {
        var basic = Base64.getEncoder().encodeToString((token.reveal() + ":").getBytes(StandardCharsets.UTF_8));
        return login.filter(List.of("Bearer " + token.reveal(), "Basic " + basic)::contains).isPresent();
    }
}
