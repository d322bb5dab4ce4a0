package dev.lamplighter.broker;

import dev.lamplighter.broker.Listeners.Listen;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds out whether an address and port can be listened on before HiveMQ tries, since HiveMQ tells of a failure in its log only. */
final class Listening {
    private Listening() {}

    /**
     * The addresses to give to HiveMQ, seen to be free a moment ago. Port 0 becomes a free one here: HiveMQ would take 0 too, but has no
     * way of telling which port it then got. All are held until the last is found, or two could become the same.
     */
    static Bound free(Listeners listeners) throws BrokerException {
        try (var held = new Held()) {
            return new Bound(held.hold(listeners.plain()), held.hold(listeners.tls()),
                    held.hold(listeners.websocket()));
        }
    }

    private static final class Held implements AutoCloseable {
        private final List<ServerSocket> sockets = new ArrayList<>();

        Optional<InetSocketAddress> hold(Optional<Listen> listen) throws BrokerException {
            return listen.isPresent() ? Optional.of(hold(listen.get())) : Optional.empty();
        }

        private InetSocketAddress hold(Listen listen) throws BrokerException {
            var wanted = new InetSocketAddress(address(listen.bind()), listen.port());
            try {
                var socket = bound(wanted);
                sockets.add(socket);
                return new InetSocketAddress(wanted.getAddress(), socket.getLocalPort());
            } catch (IOException refused) {
                throw new BrokerException(
                        "cannot listen on port " + listen.port() + " of " + listen.bind() + ": " + why(refused),
                        refused);
            }
        }

        @Override
        public void close() {
            sockets.forEach(Listening::release);
        }
    }

    static boolean isFree(InetSocketAddress listen) {
        try {
            release(bound(listen));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    private static ServerSocket bound(InetSocketAddress wanted) throws IOException {
        var socket = new ServerSocket();
        try {
            // As HiveMQ's own socket: connections that linger from before a restart are no hindrance.
            socket.setReuseAddress(true);
            socket.bind(wanted);
            return socket;
        } catch (IOException refused) {
            socket.close();
            throw refused;
        }
    }

    private static void release(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException harmless) {
            // Nobody ever connected to it.
        }
    }

    private static InetAddress address(String bind) throws BrokerException {
        try {
            return InetAddress.getByName(bind);
        } catch (UnknownHostException unknown) {
            throw new BrokerException("cannot listen on " + bind + ": there is no such address", unknown);
        }
    }

    private static String why(IOException refused) {
        var words = String.valueOf(refused.getMessage());
        return words.toLowerCase(Locale.ROOT).contains("in use") ? "another program listens there already" : words;
    }
}
