package dev.lamplighter.app;

import dev.lamplighter.control.Known;
import dev.lamplighter.control.Listener;
import dev.lamplighter.control.Via;
import dev.lamplighter.light.LightId;
import dev.lamplighter.mqtt.SessionListener;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the log what a person who runs the bridge wants to know: connections that come and go, lights that appear and leave. */
final class Narrator implements Listener, SessionListener {
    private static final Logger LOG = LoggerFactory.getLogger(Narrator.class);

    private final String broker;

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
        LOG.info("Light {} '{}' ({})", light.light().id(), light.light().label(), light.light().product().name());
    }

    @Override
    public void lightLost(LightId light) {
        LOG.info("Light {} is gone", light);
    }

    private static String name(Via via) {
        return via.name().toLowerCase(Locale.ROOT);
    }
}
