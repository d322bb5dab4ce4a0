package dev.lamplighter.mqtt;

import java.util.List;

/**
 * What a session says and hears on every connection.
 *
 * @param lastWill published by the broker when the connection breaks, and by us on {@link MqttSession#close()}
 * @param greeting published first on each connection, once its subscriptions stand
 * @param filters topic filters, subscribed at QoS 1
 */
public record SessionPlan(Publication lastWill, Publication greeting, List<String> filters) {
    public SessionPlan {
        filters = List.copyOf(filters);
    }
}
