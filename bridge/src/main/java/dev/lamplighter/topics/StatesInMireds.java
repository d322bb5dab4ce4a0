package dev.lamplighter.topics;

import dev.lamplighter.mqtt.Bytes;
import dev.lamplighter.mqtt.Publication;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tells the states of lights, groups and locations once more beside them, with colour temperatures in mireds, for those who know no others;
 * or takes that away where an earlier run has left it.
 */
public final class StatesInMireds implements Consumer<Publication> {
    private static final String LEAF = "/mireds";
    private static final String WHITE = "color_temp";

    private final boolean wanted;
    private final Consumer<Publication> out;
    private final Pattern state;

    /** @param wanted whether anybody is to be told so */
    public StatesInMireds(boolean wanted, CommandTopics topics, Consumer<Publication> out) {
        this.wanted = wanted;
        this.out = out;
        this.state = Pattern
                .compile(Pattern.quote(topics.base()) + "/(light|group|location)/[^/]+/" + CommandTopics.STATE);
    }

    @Override
    public void accept(Publication message) {
        out.accept(message);
        if (wanted && message.retained() && state.matcher(message.topic()).matches()) {
            out.accept(Publication.retained(message.topic() + LEAF, inMireds(message.payload())));
        }
    }

    /** What to listen to, for {@link #heard}. */
    public static List<String> filters(boolean wanted, CommandTopics topics) {
        return wanted ? List.of() : List.of(topics.base() + "/+/+/" + CommandTopics.STATE + LEAF);
    }

    /** Whether what is published there is for {@link #heard}. */
    public boolean takes(String topic) {
        return !wanted && topic.endsWith("/" + CommandTopics.STATE + LEAF);
    }

    /** An earlier run may have left it. */
    public void heard(String topic, Bytes payload, boolean retained) {
        if (retained && payload.length() > 0) {
            out.accept(Publication.retained(topic, Bytes.NONE));
        }
    }

    private static Bytes inMireds(Bytes state) {
        if (state.length() == 0 || !(Payloads.JSON.readTree(state.toArray()) instanceof ObjectNode json)) {
            return state;
        }
        if (json.has(WHITE)) {
            json.put(WHITE, Math.round(1_000_000.0 / json.path(WHITE).asInt()));
        }
        return Payloads.of(json);
    }
}
