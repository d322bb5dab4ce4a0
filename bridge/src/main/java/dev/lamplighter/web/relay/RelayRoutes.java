package dev.lamplighter.web.relay;

import dev.lamplighter.web.Answer;
import dev.lamplighter.web.Call;
import dev.lamplighter.web.Content;
import dev.lamplighter.web.Route;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/** Hangs the relay into the web server, at the paths that LIFX has. */
public final class RelayRoutes {
    private static final String TYPE = "Content-Type";

    private final Relay relay;

    public RelayRoutes(Relay relay) {
        this.relay = relay;
    }

    public List<Route> routes() {
        return List.of(new Route(Route.ANY, "/v1/*", Route.Access.OWN, call -> answer(relay.answer(request(call)))));
    }

    private static RelayRequest request(Call call) {
        var headers = new HashMap<String, String>();
        call.headers().keySet().forEach(name -> call.header(name).ifPresent(value -> headers.put(name, value)));
        return new RelayRequest(call.method(), call.path(), call.query(), headers, call.body(), call.address());
    }

    private static Answer answer(RelayReply reply) {
        var headers = new HashMap<>(reply.headers());
        var type = Optional.ofNullable(headers.remove(TYPE)).orElse("application/json");
        return new Answer.Whole(reply.status(), reply.body().isEmpty()
                ? Optional.empty()
                : Optional.of(Content.text(type, reply.body())), headers);
    }
}
