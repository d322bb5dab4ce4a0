package dev.lamplighter.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamplighter.light.Parsed;
import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BrokerAddressTest {
    @ParameterizedTest
    @CsvSource({"mqtt://broker, MQTT broker:1883", "mqtts://broker, MQTTS broker:8883",
            "MQTT://10.0.0.7:1884, MQTT 10.0.0.7:1884", "mqtt://my_broker:1883, MQTT my_broker:1883",
            "mqtts://[::1]:8884, MQTTS [::1]:8884", "ws://broker, WS broker:80", "wss://broker/x, WSS broker:443"})
    void parse_ofAUrl_findsTransportHostAndPort(String url, String expected) {
        assertThat(BrokerAddress.parse(URI.create(url)))
                .isInstanceOfSatisfying(Parsed.Accepted.class, found -> assertThat(words(found)).isEqualTo(expected));
    }

    @ParameterizedTest
    @CsvSource({"ws://broker, /mqtt", "ws://broker/, /", "wss://broker:9001/a/b, /a/b"})
    void parse_ofAWebSocketUrl_keepsThePathOrTakesTheUsualOne(String url, String path) {
        assertThat(BrokerAddress.parse(URI.create(url))).isInstanceOfSatisfying(Parsed.Accepted.class,
                found -> assertThat(((BrokerAddress) found.value()).path()).isEqualTo(path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://broker", "broker:1883", "mqtt:broker", "mqtt://user@broker", "mqtt://", "/x"})
    void parse_ofSomethingElse_isRejectedWithTheSetting(String url) {
        assertThat(BrokerAddress.parse(new NotChecked(url).uri())).isInstanceOfSatisfying(Parsed.Rejected.class,
                rejected -> assertThat(rejected.line()).startsWith("mqtt.url: '" + new NotChecked(url).uri()));
    }

    private record NotChecked(String text) {
        URI uri() {
            return URI.create(text.equals("mqtt://") ? "mqtt:///" : text);
        }
    }

    private static String words(Parsed.Accepted<?> found) {
        var address = (BrokerAddress) found.value();
        return address.transport() + " " + address;
    }
}
