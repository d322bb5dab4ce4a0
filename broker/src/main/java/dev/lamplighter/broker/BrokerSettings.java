package dev.lamplighter.broker;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;

/**
 * How the broker listens, what it keeps and whom it lets in.
 *
 * @param data the folder that belongs to this broker alone; made where it is missing, and needed with {@link Storage#MEMORY} too
 * @param anonymous whether a client that gives neither name nor password is let in; wrong ones are refused all the same
 * @param logins no two of the same name
 */
public record BrokerSettings(Listeners listeners, Path data, Storage storage, boolean anonymous, List<Login> logins) {
    public BrokerSettings {
        logins = List.copyOf(logins);
        var names = new HashSet<String>();
        for (var login : logins) {
            if (!names.add(login.username())) {
                throw new IllegalArgumentException("two logins have the name " + login.username());
            }
        }
    }

    /**
     * Without TLS.
     *
     * @param bind the address to listen on
     * @param port 1 to 65535, or 0 for any free one
     */
    public BrokerSettings(String bind, int port, Path data, Storage storage, boolean anonymous, List<Login> logins) {
        this(Listeners.plain(bind, port), data, storage, anonymous, logins);
    }
}
