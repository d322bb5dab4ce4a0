package dev.lamplighter.app;

import dev.lamplighter.boards.Commands;
import dev.lamplighter.control.Lights;
import dev.lamplighter.control.Listener;
import dev.lamplighter.control.Surroundings;
import dev.lamplighter.control.Via;
import dev.lamplighter.metrics.MetricsPage;
import dev.lamplighter.mqtt.Publication;
import dev.lamplighter.web.ApiRoutes;
import dev.lamplighter.web.BoardRoutes;
import dev.lamplighter.web.HealthRoutes;
import dev.lamplighter.web.LightCommands;
import dev.lamplighter.web.News;
import dev.lamplighter.web.PasswordGate;
import dev.lamplighter.web.TextRoutes;
import dev.lamplighter.web.WebParts;
import dev.lamplighter.web.WebServer;
import dev.lamplighter.web.WebSettings;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What browsers see of a bridge, put together. */
final class WebFace {
    private static final Logger LOG = LoggerFactory.getLogger(WebFace.class);
    /** Commands that have had their time may still be told to be over. */
    private static final Duration GRACE = Duration.ofSeconds(15);

    private final News news;
    private final Standing standing;
    private final BoardView boards;
    private final Chronicle chronicle;
    private final RelayPart relay = new RelayPart();
    private final Bridge.Settings settings;

    /** @param calendar what people's clocks say */
    WebFace(Bridge.Settings settings, Surroundings around, List<Via> ways, InstantSource calendar) {
        this.settings = settings;
        var base = settings.baseTopic();
        news = new News(System::nanoTime, around.timer());
        standing = new Standing(base, news, around.owner(), ways);
        boards = new BoardView(settings.boards().topic(), news, calendar);
        chronicle = new Chronicle(news, calendar);
        news.start();
    }

    /** Shows what it passes on. */
    Consumer<Publication> mirror(Consumer<Publication> out) {
        return new Mirror(settings.baseTopic(), news, out);
    }

    Standing standing() {
        return standing;
    }

    BoardView boards() {
        return boards;
    }

    List<Listener> listeners() {
        return List.of(standing, relay.picture());
    }

    Chronicle chronicle() {
        return chronicle;
    }

    /** The same commands, told of when they are done. */
    Commands told(Commands commands) {
        return (from, target, command, answer) -> commands.run(from, target, command, result -> {
            chronicle.done("binding", target, command, result);
            answer.accept(result);
        });
    }

    /** Without a page, or a place to listen at, the lights go on alone. */
    Optional<WebServer> serve(LightCommands commands, Lights lights, MetricsPage metrics, InstantSource clock) {
        return settings.web().flatMap(web -> {
            var gate = new PasswordGate(web.settings().password(), new SecureRandom(), clock);
            metrics.showEventStreams(news::listeners);
            var routes = List.of(ApiRoutes.of(news, commands, settings.commands().timeToLive().plus(GRACE)),
                    BoardRoutes.of(web.boards()), HealthRoutes.of(standing),
                    TextRoutes.bindings(() -> BindingJson.of(settings.boards().bindings().get())),
                    TextRoutes.doctor(web.doctor()), TextRoutes.metrics(metrics::text),
                    relay.routes(lights, new RelayLog(chronicle), gate, web.guests(), clock));
            return listen(web.settings(), WebParts.of(routes, metrics.metrics()::requested), gate, clock);
        });
    }

    private static Optional<WebServer> listen(WebSettings web, WebParts parts, PasswordGate gate, InstantSource clock) {
        try {
            var server = WebServer.start(web, parts, gate, clock);
            LOG.info("The dashboard is at {}", server.here());
            return Optional.of(server);
        } catch (IOException taken) {
            LOG.error(
                    "There is no dashboard, as nobody can listen at {} port {} ({}): set web.port to another, or to off",
                    web.bind(), web.port(), Words.of(taken));
            return Optional.empty();
        }
    }
}
