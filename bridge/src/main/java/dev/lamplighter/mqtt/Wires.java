package dev.lamplighter.mqtt;

import dev.lamplighter.light.Parsed;
import dev.lamplighter.mqtt.BrokerAddress.Transport;
import java.time.Duration;
import java.util.Optional;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;

/** Makes the wire for a broker's address. */
final class Wires {
    private Wires() {}

    static Parsed<Wire> to(BrokerAddress address, MqttSettings.Tls tls) {
        if (!address.transport().isSecure()) {
            return Parsed.accepted(make(address, Optional.empty()));
        }
        return PemTls.read(tls).then(certificates -> Parsed.accepted(make(address, Optional.of(certificates))));
    }

    private static Wire make(BrokerAddress address, Optional<HandshakeCertificates> certificates) {
        var isWeb = address.transport() == Transport.WS || address.transport() == Transport.WSS;
        return isWeb
                ? new WebSocketWire(address, webClient(certificates))
                : new TcpWire(address, certificates.map(HandshakeCertificates::sslSocketFactory));
    }

    private static OkHttpClient webClient(Optional<HandshakeCertificates> certificates) {
        var client = new OkHttpClient.Builder().readTimeout(Duration.ZERO)
                .socketFactory(new MadeSockets(MadeSockets::prompt));
        certificates.ifPresent(tls -> client.sslSocketFactory(tls.sslSocketFactory(), tls.trustManager()));
        return client.build();
    }
}
