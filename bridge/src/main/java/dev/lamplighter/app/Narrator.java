package dev.lamplighter.app;

import dev.lamplighter.control.Known;
import dev.lamplighter.control.Listener;
import dev.lamplighter.control.Via;
import dev.lamplighter.light.LightId;
import dev.lamplighter.light.OneLine;
import dev.lamplighter.light.Scene;
import dev.lamplighter.mqtt.SessionListener;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the log what a person who runs the bridge wants to know: connections that come and go, lights that appear and leave. */
final class Narrator implements Listener, SessionListener {
    private static final Logger LOG = LoggerFactory.getLogger(Narrator.class);

    private final String broker;
    private final Map<LightId, String> labels = new HashMap<>();

    /** @param broker where the MQTT session goes, without secrets */
    Narrator(String broker) {
        this.broker = broker;
    }

    @Override
    public void connected(boolean sessionPresent, int failures) {
        LOG.info("Connected to the broker at {}{}", broker,
                failures == 0 ? "" : ", after " + failures + " attempts that failed");
    }

    @Override
    public void lost(String reason) {
        LOG.warn("The connection to the broker is lost ({}); coming back by itself", reason);
    }

    @Override
    public void refused(String reason) {
        LOG.warn("No connection to the broker: {}; trying again", reason);
    }

    @Override
    public void trouble(String what) {
        LOG.warn("MQTT: {}", what);
    }

    @Override
    public void wayWorks(Via via) {
        LOG.info("Lights are reached by {}", name(via));
    }

    @Override
    public void wayFails(Via via, String reason) {
        LOG.warn("Lights cannot be reached by {}: {}; trying again", name(via), reason);
    }

    @Override
    public void lightSeen(Known light) {
        var id = light.light().id();
        var label = light.light().label();
        LOG.info("Light {} '{}' ({})", id, OneLine.of(label), OneLine.of(light.light().product().name()));
        if (!label.equals(labels.put(id, label)) && Collections.frequency(labels.values(), label) > 1) {
            LOG.warn("More than one light is called '{}': a command to that name is for all of them",
                    OneLine.of(label));
        }
    }

    @Override
    public void scenesSeen(List<Scene> scenes) {
        LOG.info("Scenes: {}", scenes.isEmpty()
                ? "none"
                : scenes.stream().map(scene -> "'" + OneLine.of(scene.name()) + "'").collect(Collectors.joining(", ")));
    }

    @Override
    public void lightLost(LightId light) {
        labels.remove(light);
        LOG.info("Light {} is gone", light);
    }

    private static String name(Via via) {
        return via.name().toLowerCase(Locale.ROOT);
    }
}
