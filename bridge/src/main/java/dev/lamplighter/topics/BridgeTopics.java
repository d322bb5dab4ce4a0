package dev.lamplighter.topics;

import dev.lamplighter.mqtt.Bytes;
import dev.lamplighter.mqtt.Publication;
import dev.lamplighter.mqtt.SessionPlan;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What the bridge says of itself. */
public final class BridgeTopics {
    private final CommandTopics topics;

    public BridgeTopics(CommandTopics topics) {
        this.topics = topics;
    }

    /** Online while connected, offline by our farewell or by the broker when we are gone. */
    public SessionPlan plan() {
        return SessionPlan.of(state("offline"), state("online"), topics.filters());
    }

    /**
     * What runs here.
     *
     * @param ways the kinds of ways in use
     * @param settings those that a user may want to see; never a secret
     */
    public Publication info(String version, Instant started, List<String> ways, Map<String, String> settings) {
        var json = Payloads.JSON.createObjectNode().put("version", version).put("started", started.toString());
        var list = json.putArray("ways");
        ways.forEach(list::add);
        var shown = json.putObject("settings");
        settings.forEach(shown::put);
        return Publication.retained(topics.bridge("info"), Payloads.of(json));
    }

    private Publication state(String word) {
        return Publication.retained(topics.bridge("state"), Bytes.utf8(word));
    }
}
