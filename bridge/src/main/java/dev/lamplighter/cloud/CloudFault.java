package dev.lamplighter.cloud;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** Why a call got no answer, in one line that tells a person where to look. */
final class CloudFault {
    private static final int DEEPEST = 20;

    private CloudFault() {}

    static String words(IOException fault, Endpoint at) {
        // A deadline that strikes while the name is looked up comes wrapped in OkHttp's own.
        if (causes(fault).anyMatch(PatientDns.SilentNameServer.class::isInstance)) {
            return noNameServer(at);
        }
        return switch (fault) {
            case UnknownHostException _ -> noSuchHost(fault, at);
            case ConnectException _ -> noConnection(fault, at);
            case NoRouteToHostException _ -> noWay(at);
            case SSLException tls -> TlsFault.words(tls, at);
            case SocketTimeoutException _ -> slow(fault, at);
            case InterruptedIOException _ -> at.place() + " did not answer in time";
            default -> "the connection to " + at.place() + " was cut before the answer was complete";
        };
    }

    private static String noNameServer(Endpoint at) {
        return "the name server does not say where " + at.host() + " is";
    }

    private static String noSuchHost(Exception fault, Endpoint at) {
        return says(fault, "temporary failure") ? noNameServer(at) : "there is no host named " + at.host();
    }

    private static String noConnection(Exception fault, Endpoint at) {
        if (says(fault, "refused")) {
            return at.place() + " refuses the connection";
        }
        return says(fault, "timed out") ? slow(fault, at) : noWay(at);
    }

    private static String noWay(Endpoint at) {
        return "no way through the network leads to " + at.place();
    }

    private static String slow(Exception fault, Endpoint at) {
        return says(fault, "connect")
                ? at.place() + " did not take the connection in time"
                : at.place() + " did not answer in time";
    }

    private static boolean says(Throwable fault, String word) {
        return causes(fault)
                .anyMatch(cause -> Optional.ofNullable(cause.getMessage()).orElse("").toLowerCase(Locale.ROOT)
                        .contains(word));
    }

    static Stream<Throwable> causes(Throwable fault) {
        return Stream.<Throwable>iterate(fault, cause -> cause != null, Throwable::getCause).limit(DEEPEST);
    }
}
