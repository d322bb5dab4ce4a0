package dev.lamplighter.app;

import dev.lamplighter.control.Listener;
import dev.lamplighter.control.Via;
import dev.lamplighter.mqtt.Bytes;
import dev.lamplighter.mqtt.SessionListener;
import dev.lamplighter.web.HealthState;
import dev.lamplighter.web.Kind;
import dev.lamplighter.web.News;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** How the bridge stands with its broker and its ways, as browsers and those who watch over processes see it. */
final class Standing implements SessionListener, Listener, HealthState {
    private static final JsonMapper JSON = new JsonMapper();

    private final News news;
    private final Executor owner;
    private final List<Via> ways;
    private final String base;
    private final Map<Via, String> troubles = new EnumMap<>(Via.class);
    private final Map<Via, Boolean> works = new EnumMap<>(Via.class);
    private ObjectNode info = JsonNodeFactory.instance.objectNode();
    private String broker = "the broker has not let us in yet";
    private boolean isConnected;
    private boolean isAllSeen;

    /** @param ways those that are set up */
    Standing(String base, News news, Executor owner, List<Via> ways) {
        this.base = base;
        this.news = news;
        this.owner = owner;
        this.ways = List.copyOf(ways);
    }

    /** What the bridge says of itself on MQTT. */
    synchronized void info(Bytes document) {
        if (JSON.readTree(document.toArray()) instanceof ObjectNode said) {
            info = said;
        }
        show();
    }

    @Override
    public synchronized void connected(boolean sessionPresent, int failures) {
        isConnected = true;
        show();
    }

    @Override
    public synchronized void lost(String reason) {
        isConnected = false;
        broker = reason;
        show();
    }

    @Override
    public synchronized void refused(String reason) {
        broker = reason;
    }

    @Override
    public synchronized void allSeen() {
        isAllSeen = true;
    }

    @Override
    public synchronized void wayWorks(Via via) {
        works.put(via, true);
        troubles.remove(via);
        show();
    }

    @Override
    public synchronized void wayFails(Via via, String reason) {
        works.put(via, false);
        troubles.put(via, reason);
        show();
    }

    @Override
    public synchronized List<String> missing() {
        var missing = new ArrayList<String>();
        if (!isConnected) {
            missing.add("mqtt: " + broker);
        }
        if (!isAllSeen) {
            missing.add("lights: not all ways have shown theirs yet");
            troubles.forEach((via, why) -> missing.add(via.name().toLowerCase(Locale.ROOT) + ": " + why));
        }
        return missing;
    }

    @Override
    public boolean lives(Duration patience) throws InterruptedException {
        var answered = new CountDownLatch(1);
        owner.execute(answered::countDown);
        return answered.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void show() {
        var json = info.deepCopy().put("state", isConnected ? "online" : "offline").put("base_topic", base)
                .put("mqtt", isConnected ? "connected" : "disconnected")
                .put("lan", ways.contains(Via.LAN) ? "on" : "off");
        if (!ways.contains(Via.CLOUD)) {
            json.put("cloud", "off");
        } else if (works.containsKey(Via.CLOUD)) {
            json.put("cloud", cloud());
        }
        news.put(Kind.BRIDGE, "", json.toString());
    }

    private String cloud() {
        var trouble = troubles.getOrDefault(Via.CLOUD, "");
        return trouble.isEmpty() ? "on" : trouble.contains("token") ? "unauthorized" : "unreachable";
    }
}
