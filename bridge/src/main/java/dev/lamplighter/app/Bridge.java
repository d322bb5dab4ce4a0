package dev.lamplighter.app;

import dev.lamplighter.cloud.CloudClient;
import dev.lamplighter.cloud.CloudSettings;
import dev.lamplighter.control.ControlSettings;
import dev.lamplighter.control.Lights;
import dev.lamplighter.control.Listener;
import dev.lamplighter.control.Way;
import dev.lamplighter.light.Parsed;
import dev.lamplighter.mqtt.Backoff;
import dev.lamplighter.mqtt.MqttSession;
import dev.lamplighter.mqtt.MqttSettings;
import dev.lamplighter.store.Journal;
import dev.lamplighter.store.KeptInbox;
import dev.lamplighter.topics.BridgeTopics;
import dev.lamplighter.topics.CommandDesk;
import dev.lamplighter.topics.CommandTopics;
import dev.lamplighter.topics.Outside;
import dev.lamplighter.topics.QuestionDesk;
import dev.lamplighter.topics.Telling;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** The bridge, whole: builds its rooms, starts them in order and closes them in reverse. Neither broker nor cloud need be there at the start. */
public final class Bridge implements AutoCloseable {
    private final Settings settings;
    private final SteadyClock clock;
    private final Closing closing = new Closing();

    /**
     * What a bridge is told.
     *
     * @param cloud empty without a token: then there is no way to any light
     * @param baseTopic the first levels of all topics
     * @param data the folder for what must outlive the process
     */
    public record Settings(MqttSettings mqtt, Optional<CloudSettings> cloud, ControlSettings commands, String baseTopic,
            Path data) {}

    /** @param clock the calendar's time, which may be set while the bridge runs */
    public Bridge(Settings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = new SteadyClock(clock, System::nanoTime);
    }

    /** Starts to connect in the background and returns. */
    public void start() throws CannotStart {
        try {
            build();
        } catch (CannotStart refused) {
            closing.close();
            throw refused;
        }
    }

    private void build() throws CannotStart {
        var fault = MqttSession.fault(settings.mqtt);
        if (fault.isPresent()) {
            throw CannotStart.wrong(fault.get());
        }
        var topics = new CommandTopics(settings.baseTopic);
        var ours = new BridgeTopics(topics);
        var journal = closing.add(journal());
        Optional<Way> way = settings.cloud.isPresent()
                ? Optional.of(closing.add(cloud(settings.cloud.get())))
                : Optional.empty();
        var owner = closing.add(new Owner(clock));
        var session = closing.add(new MqttSession(settings.mqtt, ours.plan(),
                Backoff.standard(RandomGenerator.getDefault()), System::nanoTime));
        var narrator = new Narrator(settings.mqtt.url().toString());
        var telling = new Telling(topics, new Outside(session::publish, clock::byCalendar, Bridge::memory),
                owner.surroundings());
        var listeners = new ArrayList<Listener>(telling.listeners());
        listeners.add(narrator);
        var lights = new Lights(settings.commands, way, listeners, owner.surroundings());
        session.publish(ours.info(Version.text(), clock.instant(),
                way.stream().map(it -> it.via().name().toLowerCase(Locale.ROOT)).toList(), shown()));
        var desk = new CommandDesk(topics, settings.commands, lights, telling, clock);
        var kept = new KeptInbox(journal, desk, owner.surroundings().timer(), clock);
        kept.resume();
        session.start(new Sorter(new QuestionDesk(topics, lights, telling), telling, kept),
                new Both(narrator, telling));
        lights.start();
        telling.start(lights);
    }

    private static Outside.Memory memory() {
        var runtime = Runtime.getRuntime();
        return new Outside.Memory(runtime.totalMemory() - runtime.freeMemory(), runtime.maxMemory());
    }

    private Journal journal() throws CannotStart {
        var file = settings.data.resolve("commands.journal");
        try {
            return Journal.open(file);
        } catch (IOException failed) {
            throw CannotStart.because("the bridge cannot keep its journal in " + file + ": " + Words.of(failed));
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
        shown.put("mqtt.url", settings.mqtt.url().toString());
        shown.put("mqtt.client-id", settings.mqtt.clientId());
        shown.put("mqtt.base-topic", settings.baseTopic);
        settings.cloud.ifPresent(cloud -> shown.put("cloud.url", cloud.url().toString()));
        shown.put("cloud.poll", settings.commands.poll().toSeconds() + "s");
        shown.put("commands.time-to-live", settings.commands.timeToLive().toSeconds() + "s");
        return shown;
    }

    /** Says offline, leaves the broker and ends every thread. What was not finished is delivered again to the next start. */
    @Override
    public void close() {
        closing.close();
    }
}
