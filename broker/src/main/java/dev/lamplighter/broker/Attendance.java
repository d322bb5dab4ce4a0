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
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who is connected under which client id, to be shown out when that changes. HiveMQ calls it on its extension threads. It is kept by
 * connection: one that is taken over ends after the other, of the same client and user, has begun.
 */
final class Attendance implements ClientLifecycleEventListener {
    private static final Logger LOG = LoggerFactory.getLogger(Attendance.class);
    private static final String USER = "lamplighter.user";
    private static final String NUMBER = "lamplighter.number";
    private static final String VERSION = "lamplighter.version";

    private record Guest(String client, String user) {}

    private final Accounts accounts;
    private final AtomicLong numbers = new AtomicLong();
    private final Map<String, Guest> guests = new ConcurrentHashMap<>();

    Attendance(Accounts accounts) {
        this.accounts = accounts;
    }

    /**
     * Remembers with the connection who it is.
     *
     * @param version of the accounts by which that was decided
     */
    void note(ClientBasedInput connection, String user, long version) {
        var store = connection.getConnectionInformation().getConnectionAttributeStore();
        store.putAsString(USER, user);
        store.putAsString(NUMBER, Long.toString(numbers.incrementAndGet()));
        store.putAsString(VERSION, Long.toString(version));
    }

    /** Who it is; empty before a login. */
    static Optional<String> user(ClientBasedInput connection) {
        return noted(connection, USER);
    }

    private static Optional<String> noted(ClientBasedInput connection, String what) {
        return connection.getConnectionInformation().getConnectionAttributeStore().getAsString(what);
    }

    @Override
    public void onMqttConnectionStart(ConnectionStartInput input) {
        // Not logged in yet.
    }

    /** Accounts that changed while this one came in did not find it here: it has to come again. */
    @Override
    public void onAuthenticationSuccessful(AuthenticationSuccessfulInput input) {
        var user = user(input);
        if (user.isEmpty()) {
            return;
        }
        var guest = new Guest(input.getClientInformation().getClientId(), user.get());
        noted(input, NUMBER).ifPresent(number -> guests.put(number, guest));
        if (!noted(input, VERSION).equals(Optional.of(Long.toString(accounts.version())))) {
            showOut(guest);
        }
    }

    @Override
    public void onDisconnect(DisconnectEventInput input) {
        noted(input, NUMBER).ifPresent(guests::remove);
    }

    /** Disconnects all of these users, whose passwords or rights are no longer what they were when they came. */
    void expel(Set<String> users) {
        guests.values().stream().filter(guest -> users.contains(guest.user())).forEach(this::showOut);
        users.stream().filter(this::isGone).filter(this::isAway).forEach(Attendance::forget);
    }

    private void showOut(Guest guest) {
        LOG.info("User {} was changed: client {} has to log in again", guest.user(), guest.client());
        var _ = Services.clientService().disconnectClient(guest.client(), false, DisconnectReasonCode.NOT_AUTHORIZED,
                "the user was changed: log in again").thenRun(() -> {
                    if (isGone(guest.user())) {
                        forget(guest.client());
                    }
                });
    }

    private boolean isGone(String user) {
        return accounts.find(user).isEmpty();
    }

    private boolean isAway(String client) {
        return guests.values().stream().noneMatch(guest -> guest.client().equals(client));
    }

    /** What is kept for it would wait for months. A board's client is called as the board is. */
    private static void forget(String client) {
        var _ = Services.clientService().invalidateSession(client);
    }
}
