package dev.lamplighter.app;

import dev.lamplighter.web.WebSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Where a page is. */
final class WebPlace {
    private WebPlace() {}

    /** Where other machines see it; nothing where they do not, or its port is another at each start. */
    static Optional<URI> seen(WebSettings web) {
        if (web.isLoopback() || web.port() == 0) {
            return Optional.empty();
        }
        return BoardHost.best(web.bind(), web.hosts(), BoardHost.outside(), List.of(), _ -> true)
                .map(host -> URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + web.port()
                        + "/"));
    }

    /** That port of loopback, or one that is free where it is taken. */
    static int free(int wanted) {
        try (var probe = new ServerSocket(wanted, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        } catch (IOException taken) {
            return wanted == 0 ? 0 : free(0);
        }
    }
}
