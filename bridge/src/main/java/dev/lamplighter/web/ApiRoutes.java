package dev.lamplighter.web;

import dev.lamplighter.web.Route.Access;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Looking at lights and commanding them. */
public final class ApiRoutes {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<String> TYPES = Set.of(Content.JSON, "text/plain");
    private static final Content OPENAPI = Pages.read("openapi.json", Content.JSON).orElseThrow();
    private static final Duration A_LOOK = Duration.ofSeconds(10);

    private final News news;
    private final LightCommands commands;
    private final Duration patience;

    private ApiRoutes(News news, LightCommands commands, Duration patience) {
        this.news = news;
        this.commands = commands;
        this.patience = patience;
    }

    /** @param patience longer than any command may take */
    public static List<Route> of(News news, LightCommands commands, Duration patience) {
        var api = new ApiRoutes(news, commands, patience);
        return List.of(api.shows("/api/bridge", Kind.BRIDGE), api.shows("/api/health", Kind.HEALTH),
                api.lists("/api/groups", Kind.GROUPS), api.lists("/api/locations", Kind.LOCATIONS),
                api.lists("/api/scenes", Kind.SCENES),
                Route.get("/api/lights", Access.LOOK, _ -> Answer.json(news.all(Kind.LIGHT))),
                Route.get("/api/lights/{id}", Access.LOOK, api::light),
                Route.get("/api/boards", Access.LOOK, _ -> Answer.json(news.all(Kind.BOARD))),
                Route.get("/api/commands", Access.LOOK, _ -> Answer.json(news.commands())),
                Route.get("/openapi.json", Access.OPEN, _ -> Answer.of(200, OPENAPI)),
                Route.get("/api/events", Access.LOOK, _ -> api.events()),
                Route.post("/api/lights/{id}/get", Access.ACT, api::look),
                Route.post("/api/all/set", Access.ACT, call -> api.set("all", call)),
                Route.post("/api/select/set", Access.ACT, call -> api.set("select", call)),
                api.sets("lights", "light"), api.sets("groups", "group"), api.sets("locations", "location"),
                api.sets("labels", "label"), api.sets("scenes", "scene"));
    }

    private Route shows(String path, Kind kind) {
        return Route.get(path, Access.LOOK, _ -> news.one(kind, "").<Answer>map(Answer::json)
                .orElseGet(() -> Problem.of(503, "this is not known yet")));
    }

    private Route lists(String path, Kind kind) {
        return Route.get(path, Access.LOOK, _ -> Answer.json(news.one(kind, "").orElse("[]")));
    }

    private Route sets(String many, String one) {
        return Route.post("/api/" + many + "/{id}/set", Access.ACT, call -> set(one + "/" + call.level(2), call));
    }

    private Answer light(Call call) {
        return news.one(Kind.LIGHT, call.level(2)).<Answer>map(Answer::json).orElseGet(ApiRoutes::noLight);
    }

    private static Answer.Whole noLight() {
        return Problem.of(404, "there is no such light");
    }

    private Answer look(Call call) throws InterruptedException {
        var id = call.level(2);
        if (news.one(Kind.LIGHT, id).isEmpty()) {
            return noLight();
        }
        var before = news.count(Kind.LIGHT, id);
        commands.look("light/" + id);
        return news.awaitAfter(before, Kind.LIGHT, id, A_LOOK).<Answer>map(Answer::json)
                .orElseGet(() -> Problem.of(504, "nobody has seen the light in " + A_LOOK.toSeconds() + " s"));
    }

    private Answer set(String place, Call call) throws InterruptedException {
        if (!TYPES.contains(call.type())) {
            return Problem.of(415, "a command is application/json or text/plain");
        }
        var given = new CompletableFuture<String>();
        commands.give(place, command(call), given::complete);
        try {
            return Answer.json(given.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException | ExecutionException lost) {
            return Problem.of(504, "the command has no result yet; what becomes of it is told in /api/commands");
        }
    }

    /** A bare word is no JSON, so it may come as a JSON text. */
    private static String command(Call call) {
        var body = call.body().strip();
        return call.type().equals(Content.JSON) && body.startsWith("\"") ? text(body).orElse(body) : body;
    }

    private static Optional<String> text(String json) {
        try {
            return Optional.of(JSON.readTree(json).stringValue());
        } catch (JacksonException broken) {
            return Optional.empty();
        }
    }

    private Answer events() {
        return news.isFull()
                ? Problem.of(503, "more than " + News.LISTENERS + " pages listen already").with("Retry-After", "30")
                : new Answer.Stream("text/event-stream", news::stream);
    }
}
