package dev.lamplighter.topics;

import dev.lamplighter.light.LightId;
import dev.lamplighter.light.Parsed;
import dev.lamplighter.light.Selector;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Our topic tree below its base, read and written.
 *
 * @param base the first levels of every topic, {@code lifx} unless set otherwise
 * @param others the bases of the other trees in which the bridge or those it listens to publish, such as {@code boards}
 */
public record CommandTopics(String base, List<String> others) {
    private static final String SET = "/set";
    private static final String RESULT = "/result";
    private static final String GET = "/get";
    static final String STATE = "state";
    static final String AVAILABILITY = "availability";
    private static final List<String> KEPT = List.of("/light/+", "/group/+", "/location/+");
    private static final List<String> LIGHTS = List.of("/light/+", "/label/+", "/group/+", "/location/+", "/all");
    private static final Pattern ROOM_ID = Pattern.compile("[0-9a-fA-F]{32}");
    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    public CommandTopics {
        others = List.copyOf(others);
    }

    public CommandTopics(String base) {
        this(base, List.of());
    }

    /** What to subscribe to for commands, questions and a new beginning, and to find what an earlier run has left. */
    public List<String> filters() {
        var commands = Stream.concat(LIGHTS.stream(), Stream.of("/select", "/scene/+")).map(of -> base + of + SET);
        var questions = LIGHTS.stream().map(of -> base + of + GET);
        var kept = KEPT.stream().map(of -> base + of + "/" + AVAILABILITY);
        return Stream.of(commands, questions, Stream.of(restart()), kept).flatMap(it -> it).toList();
    }

    /** Where lights are commanded by a selector in the payload. */
    public String select() {
        return base + "/select" + SET;
    }

    /** Where a scene is activated. */
    public String scene(UUID scene) {
        return base + "/scene/" + scene + SET;
    }

    /**
     * A topic of one thing.
     *
     * @param kind {@code light}, {@code group} or {@code location}
     */
    public String of(String kind, String id, String leaf) {
        return base + "/" + kind + "/" + id + "/" + leaf;
    }

    /** Any message here that is not retained makes the bridge begin anew. */
    public String restart() {
        return bridge("restart");
    }

    /** Whether somebody asks there what lights show. */
    boolean isQuestion(String topic) {
        return topic.startsWith(base + "/") && topic.endsWith(GET);
    }

    /** Whether the availability of a light, a group or a location is told there. */
    boolean isAvailability(String topic) {
        return topic.startsWith(base + "/") && topic.endsWith("/" + AVAILABILITY);
    }

    /** The state that belongs to an availability. */
    static String stateBeside(String availability) {
        return availability.substring(0, availability.length() - AVAILABILITY.length()) + STATE;
    }

    /** Whose states a question is about. */
    Parsed<Selector> questioned(String topic) {
        return asked(topic, GET).then(asked -> asked instanceof Asked.OfLights(var lights)
                ? Parsed.accepted(lights)
                : Parsed.rejected(topic, "is not a topic to ask on"));
    }

    /** What a command topic asks for. */
    Parsed<Asked> asked(String topic) {
        return asked(topic, SET);
    }

    private Parsed<Asked> asked(String topic, String leaf) {
        var least = base.length() + 1 + leaf.length();
        if (topic.length() <= least || !topic.startsWith(base + "/") || !topic.endsWith(leaf)) {
            return none(topic);
        }
        var levels = topic.substring(base.length() + 1, topic.length() - leaf.length()).split("/", -1);
        return switch (levels.length) {
            case 1 -> whole(levels[0], topic);
            case 2 -> levels[1].isEmpty() ? none(topic) : named(levels[0], levels[1], topic);
            default -> none(topic);
        };
    }

    private static Parsed<Asked> whole(String kind, String topic) {
        return switch (kind) {
            case "all" -> lights(new Selector.All());
            case "select" -> Parsed.accepted(new Asked.OfChosen());
            default -> none(topic);
        };
    }

    private static Parsed<Asked> named(String kind, String name, String topic) {
        return switch (kind) {
            case "light" -> light(name);
            case "label" -> TopicName.decoded("label", name).then(label -> lights(new Selector.Label(label)));
            case "group" -> room("group", name, Selector.GroupId::new, Selector.Group::new);
            case "location" -> room("location", name, Selector.LocationId::new, Selector.Location::new);
            case "scene" -> scene(name);
            default -> none(topic);
        };
    }

    /** Where what became of a command is told: in the place of its {@code /set}. */
    String result(String topic) {
        return topic.substring(0, topic.length() - SET.length()) + RESULT;
    }

    /**
     * Whether a sender may have its answer there. It is published with the bridge's rights, so in the bridge's trees only where answers
     * belong, not in a tree of the broker's own, and not at many topics at once.
     */
    boolean mayAnswerTo(String topic) {
        if (topic.isEmpty() || topic.contains("+") || topic.contains("#") || topic.startsWith("$")) {
            return false;
        }
        return isWithin(base, topic)
                ? topic.endsWith(RESULT) || topic.startsWith(base + "/answers/")
                : others.stream().noneMatch(other -> isWithin(other, topic));
    }

    private static boolean isWithin(String tree, String topic) {
        return topic.equals(tree) || topic.startsWith(tree + "/");
    }

    /** A topic on which the bridge tells of itself and of all lights. */
    public String bridge(String leaf) {
        return base + "/bridge/" + leaf;
    }

    String light(LightId light, String leaf) {
        return base + "/light/" + light + "/" + leaf;
    }

    /** @param id as {@link #isRoomId} has it */
    String room(RoomKind kind, String id, String leaf) {
        return base + "/" + kind.word + "/" + id + "/" + leaf;
    }

    /** Whether it can be a level of a topic; LIFX knows no other. */
    public static boolean isRoomId(String id) {
        return ROOM_ID.matcher(id).matches();
    }

    /** Where the state of a light is; of all lights where {@code serial} is a plus. */
    public String state(String serial) {
        return base + "/light/" + serial + "/state";
    }

    private static Parsed<Asked> none(String topic) {
        return Parsed.rejected(topic, "is not a command topic");
    }

    private static Parsed<Asked> lights(Selector lights) {
        return Parsed.accepted(new Asked.OfLights(lights));
    }

    private static Parsed<Asked> light(String serial) {
        return LightId.parse(serial).map(id -> lights(new Selector.Id(id))).orElseGet(() -> Parsed.rejected("light",
                "'" + CommandPayload.shortened(serial) + "' is not a LIFX serial of 12 hex digits"));
    }

    private static Parsed<Asked> room(String where, String name, Function<String, Selector> byId,
            Function<String, Selector> byName) {
        return ROOM_ID.matcher(name).matches()
                ? lights(byId.apply(name.toLowerCase(Locale.ROOT)))
                : TopicName.decoded(where, name).then(room -> lights(byName.apply(room)));
    }

    static Parsed<Asked> scene(String uuid) {
        return UUID_FORM.matcher(uuid).matches()
                ? Parsed.accepted(new Asked.OfScene(UUID.fromString(uuid)))
                : Parsed.rejected("scene", "'" + CommandPayload.shortened(uuid)
                        + "' is not the UUID of a scene; bridge/scenes tells those");
    }
}
