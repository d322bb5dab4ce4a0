package dev.lamplighter.app;

import dev.lamplighter.boards.Binding;
import dev.lamplighter.boards.Commands;
import dev.lamplighter.control.Surroundings;
import dev.lamplighter.control.Via;
import dev.lamplighter.mqtt.Publication;
import dev.lamplighter.web.ApiRoutes;
import dev.lamplighter.web.BoardRoutes;
import dev.lamplighter.web.HealthRoutes;
import dev.lamplighter.web.LightCommands;
import dev.lamplighter.web.News;
import dev.lamplighter.web.Route;
import dev.lamplighter.web.TextRoutes;
import dev.lamplighter.web.WebParts;
import dev.lamplighter.web.WebServer;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
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
    private final String base;

    /** @param calendar what people's clocks say */
    WebFace(Bridge.Settings settings, Surroundings around, List<Via> ways, InstantSource calendar) {
        base = settings.baseTopic();
        news = new News(System::nanoTime, around.timer());
        standing = new Standing(base, news, around.owner(), ways);
        boards = new BoardView(settings.boards().topic(), news, calendar);
        chronicle = new Chronicle(news, calendar);
        news.start();
    }

    /** Shows what it passes on. */
    Consumer<Publication> mirror(Consumer<Publication> out) {
        return new Mirror(base, news, out);
    }

    Standing standing() {
        return standing;
    }

    BoardView boards() {
        return boards;
    }

    Chronicle chronicle() {
        return chronicle;
    }

    /** The same commands, told of when they are done. */
    Commands told(Commands commands) {
        return (target, command, answer) -> commands.run(target, command, result -> {
            chronicle.done("binding", target, command, result);
            answer.accept(result);
        });
    }

    /** Without a place to listen at the lights go on without a page. */
    Optional<WebServer> serve(Bridge.Web web, LightCommands commands, Duration timeToLive,
            Supplier<List<Binding>> bindings, InstantSource clock) {
        var routes = new ArrayList<List<Route>>(List.of(
                ApiRoutes.of(news, commands, timeToLive.plus(GRACE)), BoardRoutes.of(web.boards()),
                HealthRoutes.of(standing),
                TextRoutes.bindings(() -> BindingJson.of(bindings.get()))));
        web.doctor().ifPresent(findings -> routes.add(TextRoutes.doctor(findings)));
        try {
            var server = WebServer.start(web.settings(), WebParts.of(routes), clock);
            LOG.info("The dashboard is at {}", server.here());
            return Optional.of(server);
        } catch (IOException taken) {
            LOG.error(
                    "There is no dashboard, as nobody can listen at {} port {} ({}): set web.port to another, or to off",
                    web.settings().bind(), web.settings().port(), Words.of(taken));
            return Optional.empty();
        }
    }
}
