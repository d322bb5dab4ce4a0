package dev.lamplighter.homeassistant;

import dev.lamplighter.board.Board;
import dev.lamplighter.board.BoardListener;
import dev.lamplighter.control.Known;
import dev.lamplighter.control.Listener;
import dev.lamplighter.control.Surroundings;
import dev.lamplighter.homeassistant.DiscoverySettings.Mode;
import dev.lamplighter.light.Light;
import dev.lamplighter.light.Light.Room;
import dev.lamplighter.light.LightId;
import dev.lamplighter.light.Scene;
import dev.lamplighter.mqtt.Bytes;
import dev.lamplighter.mqtt.SessionListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Keeps Home Assistant told of all lights, rooms, scenes and boards, and of the bridge. Its state is the owner's thread's. */
public final class Discovery implements Listener, BoardListener, SessionListener {
    /** After a connection the broker tells what it keeps; by then it has. */
    private static final Duration SETTLING = Duration.ofSeconds(2);
    /** Boards describe themselves once we are connected; what has not come by then is gone. */
    private static final Duration COMPLETE = Duration.ofSeconds(10);
    private static final JsonMapper JSON = new JsonMapper();

    private final DiscoverySettings settings;
    private final DiscoveryTopics discovery;
    private final TopicTree topics;
    private final Surroundings around;
    private final Notices notices;
    private final Map<LightId, Light> lights = new TreeMap<>();
    private final Map<String, Board> boards = new TreeMap<>();
    private final Set<String> devices = new HashSet<>();
    private final Ids ids;
    private final KeptScenes keptScenes = new KeptScenes();
    private Optional<List<Scene>> scenes = Optional.empty();
    /** Counts connections, so that what was planned for one does not happen in the next. */
    private int connection;
    private boolean settled;
    private boolean allSeen;
    private boolean complete;
    private boolean asked;

    public Discovery(DiscoverySettings settings, TopicTree topics, Outlet out, Surroundings around) {
        this.settings = settings;
        this.discovery = new DiscoveryTopics(settings.prefix());
        this.topics = topics;
        this.around = around;
        this.ids = Ids.of(topics);
        this.notices = new Notices(new DeviceJson(settings, discovery), ids.bridge(), out, around);
    }

    /** What to listen to. */
    public static List<String> filters(DiscoverySettings settings) {
        return new DiscoveryTopics(settings.prefix()).filters();
    }

    /** Whether what is published there is for {@link #received}. */
    public boolean takes(String topic) {
        return topic.startsWith(settings.prefix() + "/");
    }

    @Override
    public void connected(boolean sessionPresent, int failures) {
        around.owner().execute(() -> {
            var mine = ++connection;
            around.timer().after(SETTLING, () -> {
                if (mine == connection) {
                    settled = true;
                    notices.open();
                    completeSoon();
                    soon();
                }
            });
        });
    }

    @Override
    public void lost(String reason) {
        around.owner().execute(() -> {
            connection++;
            settled = false;
            notices.close();
        });
    }

    /** From any thread; returns at once. Most of what comes here is others', and is read no further than need be. */
    public void received(String topic, Bytes payload, boolean retained) {
        if (topic.equals(discovery.status())) {
            if (payload.equals(Bytes.utf8("online"))) {
                around.owner().execute(notices::repeatAll);
            }
        } else if (retained) {
            discovery.deviceOf(topic).filter(ids::isOurs)
                    .ifPresent(device -> message(payload).ifPresent(message -> around.owner()
                            .execute(() -> kept(device, topic, message))));
        }
    }

    /** What the broker keeps of ours. */
    private static Optional<JsonNode> message(Bytes payload) {
        try {
            return Optional.of(JSON.readTree(payload.toArray())).filter(DeviceJson::isOurs);
        } catch (JacksonException _) {
            // Whatever that is, it is not ours.
            return Optional.empty();
        }
    }

    private void kept(String device, String topic, JsonNode message) {
        notices.kept(device, topic, message);
        if (device.equals(ids.bridge())) {
            keptScenes.heard(topic, message);
        }
        soon();
    }

    @Override
    public void lightSeen(Known light) {
        lights.put(light.light().id(), light.light());
        soon();
    }

    @Override
    public void lightLost(LightId light) {
        lights.remove(light);
        soon();
    }

    @Override
    public void scenesSeen(List<Scene> now) {
        scenes = Optional.of(List.copyOf(now));
        soon();
    }

    @Override
    public void allSeen() {
        allSeen = true;
        completeSoon();
        soon();
    }

    /** Until then nobody knows which of the lights and boards that are described are gone. */
    private void completeSoon() {
        if (settled && allSeen && !complete) {
            around.timer().after(COMPLETE, () -> {
                complete = true;
                soon();
            });
        }
    }

    @Override
    public void boardSeen(Board board) {
        around.owner().execute(() -> {
            boards.put(board.name(), board);
            soon();
        });
    }

    @Override
    public void boardLost(String name) {
        around.owner().execute(() -> {
            boards.remove(name);
            soon();
        });
    }

    /** Many lights are seen in one look. */
    private void soon() {
        if (!asked) {
            asked = true;
            around.timer().after(Duration.ZERO, this::tell);
        }
    }

    private void tell() {
        asked = false;
        var wished = settings.mode() == Mode.OFF ? List.<Device>of() : wished();
        var gone = new HashSet<>(complete ? notices.devices() : devices);
        for (var device : wished) {
            gone.remove(device.id());
            devices.add(device.id());
            notices.wish(device);
        }
        devices.removeAll(gone);
        gone.forEach(notices::drop);
    }

    private List<Device> wished() {
        var all = new ArrayList<Device>();
        all.add(BridgeDevice.of(scenes.orElseGet(() -> List.copyOf(keptScenes.all())), settings.version(), topics));
        lights.values().forEach(light -> all.add(LightDevice.of(light, topics)));
        all.addAll(rooms(Light::group, (room, members) -> RoomDevice.group(room, members, topics)));
        all.addAll(rooms(Light::location, (room, members) -> RoomDevice.location(room, members, topics)));
        boards.values().forEach(board -> all.add(BoardDevice.of(board, topics)));
        return all;
    }

    private List<Device> rooms(Function<Light, Optional<Room>> room, BiFunction<Room, List<Light>, Device> device) {
        var members = new TreeMap<String, List<Light>>();
        lights.values().forEach(light -> room.apply(light).filter(it -> topics.isRoom(it.id()))
                .ifPresent(it -> members.computeIfAbsent(it.id(), _ -> new ArrayList<>()).add(light)));
        return members.values().stream()
                .map(some -> device.apply(room.apply(some.getFirst()).orElseThrow(), some)).toList();
    }
}
