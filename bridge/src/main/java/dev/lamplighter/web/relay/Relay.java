package dev.lamplighter.web.relay;

import dev.lamplighter.control.Lights;
import dev.lamplighter.web.relay.Told.Asking;
import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * LIFX's HTTP API, version 1, for the lights that are known here. A call blocks until the lights have answered, at most for the settings'
 * patience, and may be made from any number of threads at once.
 */
public final class Relay {
    private final Entrance entrance;
    private final Allowance allowance;
    private final Picture picture;
    private final Courier courier;
    private final Told told;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final Colors colors;

    /**
     * @param picture listens to {@code lights}
     * @param told hears what became of commands
     * @param random chooses among lights, and colours
     */
    public Relay(RelaySettings settings, Entrance entrance, Picture picture, Lights lights, Told told,
            InstantSource clock, RandomGenerator random) {
        this.entrance = entrance;
        this.allowance = new Allowance(settings.requests(), settings.window(), clock);
        this.picture = picture;
        this.courier = new Courier(lights, clock, settings.patience());
        this.told = told;
        this.clock = clock;
        this.random = random;
        this.colors = new Colors(random);
    }

    public RelayReply answer(RelayRequest request) {
        try {
            var guest = entrance.admit(request.header("authorization"), request.address());
            var standing = allowance.spend(guest.name());
            return (standing.granted() ? served(request, guest) : RelayReply.error(429, "too many requests"))
                    .with(standing.headers());
        } catch (Refusal refusal) {
            return refusal.reply();
        }
    }

    private RelayReply served(RelayRequest request, Guest guest) {
        try {
            return read(request, guest);
        } catch (Refusal refusal) {
            return refusal.reply();
        }
    }

    private RelayReply read(RelayRequest request, Guest guest) {
        var path = Path.segments(request);
        var rest = path.subList(1, path.size());
        return switch (path.getFirst()) {
            case "lights" -> lights(request, rest, guest);
            case "scenes" -> scenes(request, rest, guest);
            case "color" -> color(request);
            default -> throw Refusal.noSuchPath();
        };
    }

    private RelayReply lights(RelayRequest request, List<String> path, Guest guest) {
        if (path.isEmpty()) {
            throw Refusal.noSuchPath();
        }
        var action = String.join("/", path.subList(1, path.size()));
        var desk = new LightDesk(picture, courier(guest, action.isEmpty() ? path.getFirst() : action, request), clock,
                random);
        return desk.answer(request.method() + " " + action, path.getFirst(), guest, () -> Path.fields(request));
    }

    /** Tells what becomes of what is asked now. */
    private Courier courier(Guest guest, String action, RelayRequest request) {
        var asking = Asking.of(guest, action, request);
        return courier.telling((target, result) -> told.done(asking, target, result));
    }

    private RelayReply scenes(RelayRequest request, List<String> path, Guest guest) {
        var scenes = new SceneDesk(picture, courier(guest, "activate", request), random);
        if (path.isEmpty() && request.method().equals("GET")) {
            return scenes.list(guest);
        }
        if (path.size() == 2 && path.getLast().equals("activate") && request.method().equals("PUT")) {
            return scenes.activate(path.getFirst(), guest, Path.fields(request));
        }
        throw Refusal.noSuchPath();
    }

    private RelayReply color(RelayRequest request) {
        if (!request.method().equals("GET")) {
            throw Refusal.noSuchPath();
        }
        return colors.read(Path.form(request.query()).getOrDefault("string", ""))
                .map(parts -> RelayReply.json(200, Colors.json(parts)))
                .orElseThrow(() -> Refusal.of("string", "is invalid"));
    }
}
