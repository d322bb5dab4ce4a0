package dev.lamplighter.broker;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;

/**
 * How the broker listens, what it keeps and whom it lets in.
 *
 * @param bind the address to listen on, a number or a name of this machine; {@code 0.0.0.0} is every address
 * @param port 1 to 65535, or 0 for any free one
 * @param data the folder that belongs to this broker alone; made where it is missing, and needed with {@link Storage#MEMORY} too
 * @param anonymous whether a client that gives neither name nor password is let in; wrong ones are refused all the same
 * @param logins no two of the same name
 */
public record BrokerSettings(String bind, int port, Path data, Storage storage, boolean anonymous, List<Login> logins) {
    public BrokerSettings {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("a port lies between 0 and 65535, not at " + port);
        }
        logins = List.copyOf(logins);
        var names = new HashSet<String>();
        for (var login : logins) {
            if (!names.add(login.username())) {
                throw new IllegalArgumentException("two logins have the name " + login.username());
            }
        }
    }
}
