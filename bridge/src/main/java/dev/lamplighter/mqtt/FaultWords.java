package dev.lamplighter.mqtt;

import dev.lamplighter.mqtt.MqttSettings.Login;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** Says in one line why there is no connection. */
final class FaultWords {
    private final MqttSettings settings;
    private final BrokerAddress address;

    FaultWords(MqttSettings settings, BrokerAddress address) {
        this.settings = settings;
        this.address = address;
    }

    /** Why an attempt failed. */
    String refused(IOException fault) {
        return switch (fault) {
            case BrokerSaidNo no -> "the broker refused " + who(no.code()) + ": " + no.getMessage();
            case UnknownHostException _ -> "no such host: " + address.host();
            case NoRouteToHostException _ -> "cannot reach " + address + ": no route to host";
            case ConnectException refused -> "cannot reach " + address + ": " + lower(refused);
            case SocketTimeoutException _ -> "no answer from " + address + " in time";
            case ProtocolException _ -> address + " does not answer as an MQTT 5 broker";
            case SSLException tls -> tls(tls);
            case EOFException _ -> hungUp();
            case SocketException _ -> hungUp();
            default -> "cannot connect to " + address + ": " + lower(fault);
        };
    }

    /** Why a connection that stood is gone. */
    String lost(IOException fault) {
        return switch (fault) {
            case BrokerSaidNo no when no.code() == ReasonCodes.TAKEN_OVER ->
                "another client with the id '" + settings.clientId() + "' took the session over (0x8E)";
            case BrokerSaidNo no -> "the broker ended the connection: " + no.getMessage();
            case EOFException _ -> "the broker closed the connection";
            case SocketTimeoutException silent -> "the broker fell silent: " + lower(silent);
            default -> "the connection broke: " + lower(fault);
        };
    }

    private String who(int code) {
        var concernsLogin = code == ReasonCodes.BAD_LOGIN || code == ReasonCodes.NOT_AUTHORIZED;
        return concernsLogin
                ? settings.login().map(Login::username).map(name -> "user '" + name + "'")
                        .orElse("a client without user name")
                : "the connection";
    }

    private String hungUp() {
        return address + " closed the connection before it answered as an MQTT broker"
                + (address.transport().isSecure() ? "" : "; does it want TLS?");
    }

    private String tls(SSLException fault) {
        if (has(fault, CertificateExpiredException.class)) {
            return "the certificate of " + address.host() + " has expired";
        }
        if (has(fault, CertificateNotYetValidException.class)) {
            return "the certificate of " + address.host() + " is not valid yet; is this machine's clock right?";
        }
        if (has(fault, CertPathValidatorException.class)
                || has(fault, CertPathBuilderException.class)) {
            return "the certificate of " + address.host() + " is not trusted by "
                    + settings.tls().ca().map(Object::toString).orElse("the public authorities");
        }
        if (has(fault, CertificateException.class) || has(fault, SSLPeerUnverifiedException.class)) {
            return "the certificate of " + address + " is not made out to the name " + address.host();
        }
        if (has(fault, EOFException.class) || has(fault, SocketException.class)) {
            return address + " closed the connection in the middle of the TLS handshake";
        }
        return "TLS with " + address + " failed: " + lower(fault);
    }

    private static boolean has(Throwable fault, Class<? extends Throwable> kind) {
        return Stream.iterate(fault, cause -> cause != null, Throwable::getCause).anyMatch(kind::isInstance);
    }

    private static String lower(Throwable fault) {
        var words = Optional.ofNullable(fault.getMessage()).flatMap(text -> text.lines().findFirst())
                .filter(text -> !text.isBlank()).orElse("no reason given");
        return words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
    }
}
