package dev.lamplighter.broker;

import com.hivemq.extension.sdk.api.events.client.ClientLifecycleEventListener;
import com.hivemq.extension.sdk.api.events.client.parameters.AuthenticationSuccessfulInput;
import com.hivemq.extension.sdk.api.events.client.parameters.ConnectionStartInput;
import com.hivemq.extension.sdk.api.events.client.parameters.DisconnectEventInput;
import com.hivemq.extension.sdk.api.packets.disconnect.DisconnectReasonCode;
import com.hivemq.extension.sdk.api.parameter.ClientBasedInput;
import com.hivemq.extension.sdk.api.services.Services;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who is connected under which client id, to be shown out when that changes. HiveMQ calls it on its extension threads. */
final class Attendance implements ClientLifecycleEventListener {
    private static final Logger LOG = LoggerFactory.getLogger(Attendance.class);
    private static final String USER = "lamplighter.user";

    private final Map<String, String> userOfClient = new ConcurrentHashMap<>();

    /** Remembers with the connection who it is. */
    static void note(ClientBasedInput connection, String user) {
        connection.getConnectionInformation().getConnectionAttributeStore().putAsString(USER, user);
    }

    /** Who it is; empty before a login. */
    static Optional<String> user(ClientBasedInput connection) {
        return connection.getConnectionInformation().getConnectionAttributeStore().getAsString(USER);
    }

    @Override
    public void onMqttConnectionStart(ConnectionStartInput input) {
        // Not logged in yet.
    }

    @Override
    public void onAuthenticationSuccessful(AuthenticationSuccessfulInput input) {
        user(input).ifPresent(user -> userOfClient.put(input.getClientInformation().getClientId(), user));
    }

    @Override
    public void onDisconnect(DisconnectEventInput input) {
        user(input).ifPresent(user -> userOfClient.remove(input.getClientInformation().getClientId(), user));
    }

    /** Disconnects all of these users, whose passwords or rights are no longer what they were when they came. */
    void expel(Set<String> users) {
        userOfClient.forEach((client, user) -> {
            if (users.contains(user)) {
                LOG.info("User {} was changed: client {} has to log in again", user, client);
                var _ = Services.clientService().disconnectClient(client, false, DisconnectReasonCode.NOT_AUTHORIZED,
                        "the user was changed: log in again");
            }
        });
    }
}
