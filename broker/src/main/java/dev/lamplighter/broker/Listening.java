package dev.lamplighter.broker;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.Locale;

/** Finds out whether an address and port can be listened on before HiveMQ tries, since HiveMQ tells of a failure in its log only. */
final class Listening {
    private Listening() {}

    /**
     * The address to give to HiveMQ, seen to be free a moment ago. Port 0 becomes a free one here: HiveMQ would take 0 too, but has no
     * way of telling which port it then got.
     */
    static InetSocketAddress free(String bind, int port) throws BrokerException {
        var wanted = new InetSocketAddress(address(bind), port);
        try {
            return new InetSocketAddress(wanted.getAddress(), probe(wanted));
        } catch (IOException refused) {
            throw new BrokerException("cannot listen on port " + port + " of " + bind + ": " + why(refused), refused);
        }
    }

    static boolean isFree(InetSocketAddress listen) {
        try {
            return probe(listen) == listen.getPort();
        } catch (IOException taken) {
            return false;
        }
    }

    private static int probe(InetSocketAddress wanted) throws IOException {
        try (var socket = new ServerSocket()) {
            // As HiveMQ's own socket: connections that linger from before a restart are no hindrance.
            socket.setReuseAddress(true);
            socket.bind(wanted);
            return socket.getLocalPort();
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
