package dev.lamplighter.app;

import dev.lamplighter.boards.BoardDesk;
import dev.lamplighter.boards.BoardTopics;
import dev.lamplighter.cloud.CloudClient;
import dev.lamplighter.cloud.CloudSettings;
import dev.lamplighter.control.Lights;
import dev.lamplighter.control.Listener;
import dev.lamplighter.control.Way;
import dev.lamplighter.homeassistant.Discovery;
import dev.lamplighter.homeassistant.DiscoverySettings.Mode;
import dev.lamplighter.lan.LanSettings;
import dev.lamplighter.lan.LanWay;
import dev.lamplighter.light.Parsed;
import dev.lamplighter.metrics.MetricsPage;
import dev.lamplighter.mqtt.Backoff;
import dev.lamplighter.mqtt.Delivery;
import dev.lamplighter.mqtt.MqttSession;
import dev.lamplighter.store.Journal;
import dev.lamplighter.store.KeptInbox;
import dev.lamplighter.topics.BoundDesk;
import dev.lamplighter.topics.BridgeTopics;
import dev.lamplighter.topics.CommandDesk;
import dev.lamplighter.topics.CommandTopics;
import dev.lamplighter.topics.Outside;
import dev.lamplighter.topics.QuestionDesk;
import dev.lamplighter.topics.StatesInMireds;
import dev.lamplighter.topics.Telling;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** Builds the rooms of a bridge and starts them in order. */
final class Assembly {
    private final Bridge.Settings settings;
    private final SteadyClock clock;
    private final Runnable restart;

    /** @param restart called when somebody asks for it on MQTT; returns at once */
    Assembly(Bridge.Settings settings, SteadyClock clock, Runnable restart) {
        this.settings = settings;
        this.clock = clock;
        this.restart = restart;
    }

    /** Each part is added to {@code closing} as soon as there is something to close. */
    void build(Closing closing) throws CannotStart {
        var fault = MqttSession.fault(settings.mqtt());
        if (fault.isPresent()) {
            throw CannotStart.wrong(fault.get());
        }
        var topics = new CommandTopics(settings.baseTopic(),
                List.of(settings.boards().topic(), settings.discovery().prefix()));
        var boards = new BoardTopics(settings.boards().topic());
        var ours = new BridgeTopics(topics);
        var journal = closing.add(journal());
        var ways = ways(closing);
        var owner = closing.add(new Owner(clock));
        // What it loads takes longer than all else here together, and needs nothing of it.
        var counted = CompletableFuture.supplyAsync(() -> metrics(ways));
        var face = new WebFace(settings, owner.surroundings(), ways.stream().map(Way::via).toList(),
                () -> clock.byCalendar(clock.instant()));
        var session = closing.add(new MqttSession(settings.mqtt(),
                ours.plan().listeningTo(boards.lastingFilters(), boards.passingFilters())
                        .listeningTo(shownOfBoards(BoardView::lastingFilters), shownOfBoards(BoardView::passingFilters))
                        .listeningTo(Discovery.filters(settings.discovery()), List.of())
                        .listeningTo(StatesInMireds.filters(inMireds(), topics), List.of()),
                Backoff.standard(RandomGenerator.getDefault()), System::nanoTime));
        var mireds = new StatesInMireds(inMireds(), topics, session::publish);
        var discovery = new Discovery(settings.discovery(), new Tree(topics, boards), session::publish,
                owner.surroundings());
        var narrator = new Narrator(settings.mqtt().url().toString());
        var telling = new Telling(topics, new Outside(face.mirror(mireds), clock::byCalendar, Assembly::memory),
                owner.surroundings());
        var listeners = new ArrayList<Listener>(telling.listeners());
        listeners.add(narrator);
        listeners.add(discovery);
        listeners.addAll(face.listeners());
        var page = counted.join();
        listeners.add(page.metrics());
        var counting = new Counting(page.metrics(), telling);
        var lights = new Lights(settings.commands(), ways, listeners, owner.surroundings());
        var info = ours.info(Version.text(), clock.instant(),
                ways.stream().map(it -> it.via().name().toLowerCase(Locale.ROOT)).toList(), shown());
        session.publish(info);
        face.standing().info(info.payload());
        var desk = new CommandDesk(topics, settings.commands(), lights,
                face.chronicle().beside(counting, topics.base(), "mqtt"), clock);
        var kept = new KeptInbox(journal, desk, owner.surroundings().timer(), clock);
        kept.resume();
        session.start(Door.sorting(doors(topics, boards, lights, telling, discovery, mireds, face), kept),
                new All(List.of(narrator, telling, discovery, face.standing(), counting)));
        lights.start();
        telling.start(lights);
        page.watch(lights::vitals);
        face.serve(commands(topics, lights, telling, face), lights, page, clock).ifPresent(closing::add);
    }

    private static MetricsPage metrics(List<Way> ways) {
        var page = new MetricsPage(Version.text(), ways.stream().map(Way::via).toList());
        ways.forEach(way -> {
            if (way instanceof LanWay lan) {
                page.showLan(lan::sent, lan::sentAgain);
            }
        });
        return page;
    }

    private WebCommands commands(CommandTopics topics, Lights lights, Telling telling, WebFace face) {
        return new WebCommands(topics.base(), answers -> new CommandDesk(topics, settings.commands(), lights,
                face.chronicle().beside(answers, topics.base(), "web"), clock), telling,
                new QuestionDesk(topics, lights, telling), clock);
    }

    /** What boards say only to be looked at need not come where nobody looks. */
    private List<String> shownOfBoards(Function<String, List<String>> filters) {
        return settings.web().isPresent() ? filters.apply(settings.boards().topic()) : List.of();
    }

    /** Releases that are told of one entity at a time are as old as those that know no kelvins. */
    private boolean inMireds() {
        return settings.discovery().mode() == Mode.COMPONENT;
    }

    private List<Door> doors(CommandTopics topics, BoardTopics boards, Lights lights, Telling telling,
            Discovery discovery, StatesInMireds mireds, WebFace face) {
        var questions = new QuestionDesk(topics, lights, telling);
        var bound = new BoundDesk(lights, settings.commands(), clock);
        var board = new BoardDesk(boards, settings.boards().bindings(), face.told(bound::run),
                new BoardDesk.Outside(telling, clock), List.of(discovery, face.boards()));
        return List.of(new Door(questions::takes, asked -> questions.received(asked.topic(), asked.retained())),
                new Door(telling::takes, told -> telling.heard(told.topic(), told.payload(), told.retained())),
                new Door(board::takes, said -> {
                    face.boards().heard(said.topic(), said.payload());
                    board.received(said.topic(), said.payload(), said.retained());
                }),
                new Door(mireds::takes, told -> mireds.heard(told.topic(), told.payload(), told.retained())),
                new Door(discovery::takes, told -> discovery.received(told.topic(), told.payload(), told.retained())),
                new Door(topics.restart()::equals, this::beginAnew));
    }

    /** A retained message would make us begin anew for ever. */
    private void beginAnew(Delivery asked) {
        if (!asked.retained()) {
            restart.run();
        }
    }

    private static Outside.Memory memory() {
        var runtime = Runtime.getRuntime();
        return new Outside.Memory(runtime.totalMemory() - runtime.freeMemory(), runtime.maxMemory());
    }

    private Journal journal() throws CannotStart {
        var file = settings.data().resolve("commands.journal");
        try {
            return Journal.open(file);
        } catch (IOException failed) {
            throw CannotStart.because("the bridge cannot keep its journal in " + file + ": " + Words.of(failed));
        }
    }

    /** The preferred one first. */
    private List<Way> ways(Closing closing) throws CannotStart {
        var ways = new ArrayList<Way>();
        for (var via : settings.ways().prefer().order()) {
            switch (via) {
                case LAN -> {
                    if (settings.ways().lan().isPresent()) {
                        ways.add(lan(settings.ways().lan().get(), closing));
                    }
                }
                case CLOUD -> {
                    if (settings.ways().cloud().isPresent()) {
                        ways.add(closing.add(cloud(settings.ways().cloud().get())));
                    }
                }
            }
        }
        return ways;
    }

    private LanWay lan(LanSettings lan, Closing closing) throws CannotStart {
        try {
            var way = closing.add(LanWay.open(lan, clock, RandomGenerator.getDefault()));
            way.start();
            return way;
        } catch (IOException failed) {
            throw CannotStart.because("the bridge cannot open a UDP socket: " + Words.of(failed));
        }
    }

    private CloudClient cloud(CloudSettings cloud) throws CannotStart {
        return switch (CloudClient.of(cloud, Version.text(), clock)) {
            case Parsed.Accepted<CloudClient>(var client) -> client;
            case Parsed.Rejected<CloudClient> rejected -> throw CannotStart.wrong(rejected.line());
        };
    }

    private Map<String, String> shown() {
        var shown = new LinkedHashMap<String, String>();
        shown.put("mqtt.url", settings.mqtt().url().toString());
        shown.put("mqtt.client-id", settings.mqtt().clientId());
        shown.put("mqtt.base-topic", settings.baseTopic());
        shown.put("mqtt.boards-topic", settings.boards().topic());
        settings.ways().cloud().ifPresent(cloud -> shown.put("cloud.url", cloud.url().toString()));
        shown.put("cloud.poll", settings.commands().poll().toSeconds() + "s");
        shown.put("commands.prefer", settings.ways().prefer().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        shown.put("commands.time-to-live", settings.commands().timeToLive().toSeconds() + "s");
        return shown;
    }
}
