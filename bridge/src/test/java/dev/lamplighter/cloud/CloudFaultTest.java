package dev.lamplighter.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import okhttp3.HttpUrl;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The faults that no server on loopback can bring about. */
final class CloudFaultTest {
    private static final Endpoint LIFX = new Endpoint(HttpUrl.get("https://api.lifx.com"), Optional.empty());

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of(new NoRouteToHostException("No route to host"),
                        "no way through the network leads to api.lifx.com"),
                Arguments.of(caused(new ConnectException("Failed to connect to api.lifx.com/192.0.2.1:443"),
                        new ConnectException("Network is unreachable")),
                        "no way through the network leads to api.lifx.com"),
                Arguments.of(
                        caused(new ConnectException("Failed to connect"), new ConnectException("Connection refused")),
                        "api.lifx.com refuses the connection"),
                Arguments.of(new SocketTimeoutException("Connect timed out"),
                        "api.lifx.com did not take the connection in time"),
                Arguments.of(new SocketTimeoutException("Read timed out"), "api.lifx.com did not answer in time"),
                Arguments.of(new InterruptedIOException("timeout"), "api.lifx.com did not answer in time"),
                Arguments.of(new SocketException("Connection reset"),
                        "the connection to api.lifx.com was cut before the answer was complete"),
                Arguments.of(new EOFException(),
                        "the connection to api.lifx.com was cut before the answer was complete"),
                Arguments.of(new SSLHandshakeException("Received fatal alert: handshake_failure"),
                        "TLS with api.lifx.com failed: Received fatal alert: handshake_failure"),
                Arguments.of(new SSLException("many\nlines " + "x".repeat(500)), "TLS with api.lifx.com failed: many"),
                Arguments.of(
                        caused(new SSLHandshakeException("Remote host terminated the handshake"), new EOFException()),
                        "the connection to api.lifx.com was cut in the middle of the TLS handshake"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void words_fault_tellWhereToLook(IOException fault, String words) {
        assertThat(CloudFault.words(fault, LIFX)).isEqualTo(words);
    }

    private static IOException caused(IOException fault, IOException cause) {
        fault.initCause(cause);
        return fault;
    }
}
