package dev.lamplighter.mqtt;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a session says and hears on every connection.
 *
 * @param lastWill published by the broker when the connection breaks, and by us on {@link MqttSession#close()}
 * @param greeting published first on each connection, once its subscriptions stand
 * @param filters what to listen to
 */
public record SessionPlan(Publication lastWill, Publication greeting, List<Filter> filters) {
    public SessionPlan {
        filters = List.copyOf(filters);
    }

    /**
     * A topic filter.
     *
     * @param qos at 1 the broker keeps what comes while we are away, at 0 it does not
     */
    public record Filter(String topics, int qos) {}

    /** @param filters subscribed at QoS 1 */
    public static SessionPlan of(Publication lastWill, Publication greeting, List<String> filters) {
        return new SessionPlan(lastWill, greeting, List.of()).listeningTo(filters, List.of());
    }

    /**
     * The same with more to listen to.
     *
     * @param passing what counts only at the moment it is said: nothing of it is kept while we are away
     */
    public SessionPlan listeningTo(List<String> lasting, List<String> passing) {
        var more = Stream.concat(lasting.stream().map(topics -> new Filter(topics, 1)),
                passing.stream().map(topics -> new Filter(topics, 0)));
        return new SessionPlan(lastWill, greeting, Stream.concat(filters.stream(), more).toList());
    }
}
