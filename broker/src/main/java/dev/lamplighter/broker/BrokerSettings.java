package dev.lamplighter.broker;

import java.nio.file.Path;
import java.util.List;

/**
 * How the broker listens, what it keeps and whom it lets in.
 *
 * @param data the folder that belongs to this broker alone; made where it is missing, and needed with {@link Storage#MEMORY} too
 */
public record BrokerSettings(Listeners listeners, Path data, Storage storage, Access access) {
    public BrokerSettings(Listeners listeners, Path data, Storage storage, boolean anonymous, List<Login> logins) {
        this(listeners, data, storage, new Access(anonymous, logins));
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
