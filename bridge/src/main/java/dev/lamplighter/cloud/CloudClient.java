package dev.lamplighter.cloud;

import dev.lamplighter.cloud.CloudReplies.Answer;
import dev.lamplighter.cloud.CloudWire.Unanswered;
import dev.lamplighter.control.Outcome;
import dev.lamplighter.control.Outcome.Done;
import dev.lamplighter.control.Outcome.Unreachable;
import dev.lamplighter.control.Reply;
import dev.lamplighter.control.Via;
import dev.lamplighter.control.Way;
import dev.lamplighter.light.Action;
import dev.lamplighter.light.LightCommand.Change;
import dev.lamplighter.light.LightId;
import dev.lamplighter.light.Parsed;
import dev.lamplighter.light.Scene;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import okhttp3.Dns;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * Lights over the LIFX Cloud. Calls block and are made for virtual threads; any number may be under way at once, over one connection.
 *
 * <p>
 * A call ends after the time it is given, and after {@link #LONGEST_CALL} at the latest. The token goes to the settings' host only, and
 * into no message.
 */
public final class CloudClient implements Way, AutoCloseable {
    public static final Duration LONGEST_CALL = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(CloudClient.class);

    private final Endpoint endpoint;
    private final CloudWire wire;
    private final InstantSource clock;
    private final AtomicInteger skippedLast = new AtomicInteger();

    CloudClient(Endpoint endpoint, CloudWire wire, InstantSource clock) {
        this.endpoint = endpoint;
        this.wire = wire;
        this.clock = clock;
    }

    /**
     * A client that has read its certificate authorities and opened nothing yet.
     *
     * @param version of Lamplighter, which LIFX is told
     * @return rejected for a URL that would show the token to the network, a token that no header can carry, or a CA file that cannot be
     *         read
     */
    public static Parsed<CloudClient> of(CloudSettings settings, String version, InstantSource clock) {
        return of(settings, Dns.SYSTEM, new Self("Lamplighter/" + version, clock));
    }

    static Parsed<CloudClient> of(CloudSettings settings, Dns names, Self self) {
        return CloudConnection.endpoint(settings)
                .then(endpoint -> CloudConnection.token(settings.token())
                        .then(token -> CloudConnection.http(settings.ca(), new PatientDns(names))
                                .then(http -> Parsed.accepted(new CloudClient(endpoint,
                                        new CloudWire(http, endpoint, token, self.agent), self.clock)))));
    }

    /** What a client calls itself, and its clock. */
    record Self(String agent, InstantSource clock) {}

    @Override
    public Via via() {
        return Via.CLOUD;
    }

    @Override
    public Reply<List<Sighting>> look(Duration within) {
        return exchange(CloudRequests.lights(), within,
                answer -> CloudReplies.read(answer.withNoneForNoMatch(), clock.instant(), this::sightings));
    }

    @Override
    public Reply<List<Scene>> scenes(Duration within) {
        return call(CloudRequests.scenes(), within, CloudScenes::read);
    }

    @Override
    public Reply<Change> color(String text, Duration within) {
        return call(CloudRequests.color(text), within, CloudScenes::color);
    }

    @Override
    public Reply<Map<LightId, Reach>> apply(List<Part> parts, Haste haste, Duration within) {
        return call(CloudRequests.apply(parts, haste), within,
                haste == Haste.FAST ? CloudResults::readHasty : CloudResults::read);
    }

    @Override
    public Reply<Map<LightId, Reach>> perform(Meant lights, Action action, Duration within) {
        return call(CloudActions.request(lights, action), within, CloudResults::read);
    }

    /** Ends the calls under way and lets go of the connection. */
    @Override
    public void close() {
        wire.close();
    }

    private Outcome<List<Sighting>> sightings(JsonNode json) {
        if (!json.isArray()) {
            return new Unreachable<>("the LIFX Cloud answered with something that is not a list of lights");
        }
        var lights = CloudLights.read(json);
        if (skippedLast.getAndSet(lights.skipped()) != lights.skipped() && lights.skipped() > 0) {
            LOG.warn("The LIFX Cloud lists {} lights without a serial; they are left out", lights.skipped());
        }
        return new Done<>(lights.sightings());
    }

    private <T> Reply<T> call(CloudRequest request, Duration within, Function<JsonNode, Outcome<T>> reader) {
        return exchange(request, within, answer -> CloudReplies.read(answer, clock.instant(), reader));
    }

    private <T> Reply<T> exchange(CloudRequest request, Duration within, Function<Answer, Reply<T>> reader) {
        if (!within.isPositive()) {
            return Reply.of(new Unreachable<>("no time is left for a call to " + endpoint.place(), false));
        }
        var time = within.compareTo(LONGEST_CALL) < 0 ? within : LONGEST_CALL;
        try {
            var answer = wire.exchange(request, time);
            LOG.debug("{} {}: {}", request.method(), request.path(), answer.status());
            return reader.apply(answer);
        } catch (Unanswered unanswered) {
            return Reply.of(new Unreachable<>(words(unanswered), unanswered.arrived()));
        }
    }

    private String words(Unanswered unanswered) {
        return switch (unanswered.why()) {
            case CloudWire.TooLarge _ -> "the LIFX Cloud answered with more than 8 MiB";
            case IOException fault when !Thread.currentThread().isInterrupted() -> CloudFault.words(fault, endpoint);
            default -> "the call to " + endpoint.place() + " was called off";
        };
    }
}
