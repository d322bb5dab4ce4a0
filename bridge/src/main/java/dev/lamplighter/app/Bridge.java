package dev.lamplighter.app;

import dev.lamplighter.boards.Binding;
import dev.lamplighter.cloud.CloudSettings;
import dev.lamplighter.control.ControlSettings;
import dev.lamplighter.control.Preference;
import dev.lamplighter.homeassistant.DiscoverySettings;
import dev.lamplighter.lan.LanSettings;
import dev.lamplighter.mqtt.MqttSettings;
import dev.lamplighter.web.NewBoards;
import dev.lamplighter.web.WebSettings;
import dev.lamplighter.web.relay.BoardLogins;
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
     * @param ways how lights are reached
     * @param baseTopic the first levels of all topics but those of boards
     * @param data the folder for what must outlive the process
     * @param web empty where there is no page
     */
    public record Settings(MqttSettings mqtt, Ways ways, ControlSettings commands, String baseTopic,
            Boards boards, DiscoverySettings discovery, Path data, Optional<Web> web) {
        /** One without a page. */
        public Settings(MqttSettings mqtt, Ways ways, ControlSettings commands, String baseTopic,
                Boards boards, DiscoverySettings discovery, Path data) {
            this(mqtt, ways, commands, baseTopic, boards, discovery, data, Optional.empty());
        }

    }

    /**
     * What it is told of its page.
     *
     * @param boards adds boards
     * @param guests boards that may call the relay
     * @param doctor what the doctor finds, as a JSON array
     */
    public record Web(WebSettings settings, NewBoards boards, BoardLogins guests, Supplier<String> doctor) {}

    /**
     * How it may reach lights; where there is no way at all, every command is refused.
     *
     * @param cloud empty without a token
     * @param lan empty where it is not to be used
     */
    public record Ways(Optional<CloudSettings> cloud, Optional<LanSettings> lan, Preference prefer) {
        public static Ways byCloud(CloudSettings cloud) {
            return new Ways(Optional.of(cloud), Optional.empty(), Preference.CLOUD_ONLY);
        }

        boolean areNone() {
            return prefer.order().stream().noneMatch(via -> switch (via) {
                case LAN -> lan.isPresent();
                case CLOUD -> cloud.isPresent();
            });
        }
    }

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
