package dev.lamplighter.app;

import dev.lamplighter.boards.Binding;
import dev.lamplighter.cloud.CloudSettings;
import dev.lamplighter.control.ControlSettings;
import dev.lamplighter.homeassistant.DiscoverySettings;
import dev.lamplighter.mqtt.MqttSettings;
import dev.lamplighter.web.NewBoards;
import dev.lamplighter.web.WebSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bridge, whole: its rooms are started in order and closed in reverse, and begin anew when that is asked for on MQTT. Neither broker nor
 * cloud need be there at the start.
 */
public final class Bridge implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Bridge.class);

    private static final Duration TRY_AGAIN = Duration.ofSeconds(10);

    private final Settings settings;
    private final SteadyClock clock;
    private Closing parts = new Closing();
    private boolean closed;

    /**
     * What a bridge is told.
     *
     * @param cloud empty without a token: then there is no way to any light
     * @param baseTopic the first levels of all topics but those of boards
     * @param data the folder for what must outlive the process
     * @param web empty where there is no page
     */
    public record Settings(MqttSettings mqtt, Optional<CloudSettings> cloud, ControlSettings commands, String baseTopic,
            Boards boards, DiscoverySettings discovery, Path data, Optional<Web> web) {
        /** One without a page. */
        public Settings(MqttSettings mqtt, Optional<CloudSettings> cloud, ControlSettings commands, String baseTopic,
                Boards boards, DiscoverySettings discovery, Path data) {
            this(mqtt, cloud, commands, baseTopic, boards, discovery, data, Optional.empty());
        }

        Settings with(Web page) {
            return new Settings(mqtt, cloud, commands, baseTopic, boards, discovery, data, Optional.of(page));
        }
    }

    /**
     * What it is told of its page.
     *
     * @param boards adds boards
     * @param doctor what the doctor finds, as a JSON array; empty where there is none
     */
    public record Web(WebSettings settings, NewBoards boards, Optional<Supplier<String>> doctor) {}

    /**
     * What it is told of boards.
     *
     * @param topic the first levels of their topics
     * @param bindings those in force at the moment; called often, from any thread
     */
    public record Boards(String topic, Supplier<List<Binding>> bindings) {
        public static final Boards UNBOUND = new Boards("boards", List::of);
    }

    /** @param clock the calendar's time, which may be set while the bridge runs */
    public Bridge(Settings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = new SteadyClock(clock, System::nanoTime);
    }

    /** Starts to connect in the background and returns. */
    public synchronized void start() throws CannotStart {
        try {
            new Assembly(settings, clock, this::restart).build(parts);
        } catch (CannotStart refused) {
            parts.close();
            throw refused;
        }
    }

    /** The thread that asks is one of those that end. */
    private void restart() {
        Thread.ofVirtual().name("restart").start(() -> {
            try {
                while (!again()) {
                    Thread.sleep(TRY_AGAIN);
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** Says whether that is all there is to do. */
    private synchronized boolean again() {
        if (closed) {
            return true;
        }
        LOG.info("Begins anew, as asked on MQTT");
        parts.close();
        parts = new Closing();
        try {
            start();
            return true;
        } catch (CannotStart refused) {
            LOG.error("Could not begin anew, and tries again: {}", refused.getMessage());
            return false;
        }
    }

    /** Says offline, leaves the broker and ends every thread. What was not finished is delivered again to the next start. */
    @Override
    public synchronized void close() {
        closed = true;
        parts.close();
    }
}
