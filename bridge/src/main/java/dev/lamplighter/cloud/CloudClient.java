package dev.lamplighter.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lamplighter.cloud.CloudReplies.Answer;
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
import dev.lamplighter.light.Secret;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import okhttp3.Call;
import okhttp3.Dns;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
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
    private static final MediaType JSON = MediaType.get("application/json");
    /** Some 8,000 lights. */
    private static final long LARGEST_BODY = 8L << 20;

    private final Endpoint endpoint;
    private final Secret token;
    private final Tools tools;
    private final AtomicInteger skippedLast = new AtomicInteger();

    /** What a client works with. {@code agent} is how it calls itself. */
    record Tools(OkHttpClient http, String agent, InstantSource clock) {}

    CloudClient(Endpoint endpoint, Secret token, Tools tools) {
        this.endpoint = endpoint;
        this.token = token;
        this.tools = tools;
    }

    /**
     * A client that has read its certificate authorities and opened nothing yet.
     *
     * @param version of Lamplighter, which LIFX is told
     * @return rejected for a URL that would show the token to the network, a token that no header can carry, or a CA file that cannot be
     *         read
     */
    public static Parsed<CloudClient> of(CloudSettings settings, String version, InstantSource clock) {
        return of(settings, Dns.SYSTEM, http -> new Tools(http, "Lamplighter/" + version, clock));
    }

    static Parsed<CloudClient> of(CloudSettings settings, Dns names, Function<OkHttpClient, Tools> tools) {
        return CloudConnection.endpoint(settings)
                .then(endpoint -> CloudConnection.token(settings.token())
                        .then(token -> CloudConnection.http(settings.ca(), new PatientDns(names)).then(
                                http -> Parsed.accepted(new CloudClient(endpoint, token, tools.apply(http))))));
    }

    @Override
    public Via via() {
        return Via.CLOUD;
    }

    @Override
    public Reply<List<Sighting>> look(Duration within) {
        return call(CloudRequests.lights(), within, this::sightings);
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
        return call(CloudRequests.apply(parts, haste), within, CloudResults::read);
    }

    @Override
    public Reply<Map<LightId, Reach>> perform(Meant lights, Action action, Duration within) {
        return call(CloudActions.request(lights, action), within, CloudResults::read);
    }

    /** Ends the calls under way and lets go of the connection. */
    @Override
    public void close() {
        tools.http.dispatcher().cancelAll();
        tools.http.connectionPool().evictAll();
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
        if (!within.isPositive()) {
            return Reply.of(new Unreachable<>("no time is left for a call to " + endpoint.place()));
        }
        var time = within.compareTo(LONGEST_CALL) < 0 ? within : LONGEST_CALL;
        try {
            var answer = exchange(request, time);
            LOG.debug("{} {}: {}", request.method(), request.path(), answer.status());
            return CloudReplies.read(answer, tools.clock.instant(), reader);
        } catch (TooLarge _) {
            return Reply.of(new Unreachable<>("the LIFX Cloud answered with more than 8 MiB"));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return calledOff();
        } catch (IOException e) {
            return Thread.currentThread().isInterrupted()
                    ? calledOff()
                    : Reply.of(new Unreachable<>(CloudFault.words(e, endpoint)));
        }
    }

    private <T> Reply<T> calledOff() {
        return Reply.of(new Unreachable<>("the call to " + endpoint.place() + " was called off"));
    }

    private Answer exchange(CloudRequest request, Duration time) throws IOException, InterruptedException {
        var call = tools.http.newCall(http(request));
        call.timeout().timeout(time.toNanos(), TimeUnit.NANOSECONDS);
        try (var response = execute(call, time)) {
            return new Answer(response.code(), response.headers(), body(response));
        }
    }

    /** Declares the InterruptedException that OkHttp throws, being Kotlin, without saying so. */
    private static Response execute(Call call, Duration time) throws IOException, InterruptedException {
        return ScopedValue.where(PatientDns.PATIENCE, time).call(call::execute);
    }

    private Request http(CloudRequest request) {
        var body = request.json().map(json -> RequestBody.create(json.getBytes(UTF_8), JSON)).orElse(null);
        return new Request.Builder().url(endpoint.of(request)).method(request.method(), body)
                .header("Authorization", "Bearer " + token.reveal()).header("User-Agent", tools.agent).build();
    }

    /**
     * A complaint is shown to people: should a server repeat in it what it was sent, the token is taken out. Not so from a success, where a
     * short token of a simulated account may be part of a label.
     */
    private String body(Response response) throws IOException {
        var source = response.body().source();
        if (source.request(LARGEST_BODY + 1)) {
            throw new TooLarge();
        }
        var body = source.readUtf8();
        return response.isSuccessful() ? body : body.replace(token.reveal(), token.toString());
    }

    private static final class TooLarge extends IOException {}
}
