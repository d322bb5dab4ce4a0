package dev.lamplighter.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import com.hivemq.embedded.EmbeddedHiveMQ;
import dev.lamplighter.broker.ListenersXml.Keys;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.xml.sax.InputSource;

class HiveMqFilesTest {
    private static final InetSocketAddress LISTEN = new InetSocketAddress(InetAddress.getLoopbackAddress(), 1884);
    private static final Path ODD = Path.of("/da ta/${NOT_SET}/<&>/server.p12");
    private static final Keys KEYS = new Keys(ODD, Optional.of(Path.of("/clients.p12")), "word",
            List.of("TLS_AES_128_GCM_SHA256", "TLS_AES_256_GCM_SHA384"));

    /** HiveMQ ignores a name it does not know, so a misspelt limit would be no limit. */
    @ParameterizedTest
    @EnumSource
    void config_anyStorage_isWhatHiveMqsOwnSchemaAllows(Storage storage) throws Exception {
        var schema = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(Objects.requireNonNull(EmbeddedHiveMQ.class.getResource("/config.xsd")));
        var config = new StreamSource(new StringReader(config(storage)));
        assertThatNoException().isThrownBy(() -> schema.newValidator().validate(config));
    }

    @ParameterizedTest
    @CsvSource({"listeners/tcp-listener/port, 1884", "listeners/tcp-listener/bind-address, 127.0.0.1",
            "listeners/tls-tcp-listener/port, 8884", "listeners/tls-tcp-listener/tls/keystore/password, word",
            "listeners/tls-tcp-listener/tls/truststore/path, /clients.p12",
            "listeners/tls-tcp-listener/tls/client-authentication-mode, REQUIRED",
            "listeners/tls-tcp-listener/tls/protocols/protocol[1], TLSv1.3",
            "listeners/tls-tcp-listener/tls/protocols/protocol[2], TLSv1.2",
            "listeners/tls-tcp-listener/tls/cipher-suites/cipher-suite[2], TLS_AES_256_GCM_SHA384",
            "listeners/tls-websocket-listener/port, 8885", "listeners/tls-websocket-listener/path, /mqtt",
            "listeners/tls-websocket-listener/tls/prefer-server-cipher-suites, true",
            "mqtt/queued-messages/max-queue-size, 10000",
            "mqtt/queued-messages/strategy, discard", "mqtt/packets/max-packet-size, 262144",
            "mqtt/receive-maximum/server-receive-maximum, 100", "mqtt/topic-alias/max-per-client, 16",
            "mqtt/session-expiry/max-interval, 7776000", "restrictions/max-connections, 2000",
            "restrictions/max-client-id-length, 128", "restrictions/max-topic-length, 512",
            "restrictions/no-connect-idle-timeout, 10000",
            "anonymous-usage-statistics/enabled, false", "persistence/mode, file"})
    void config_setting_isWritten(String path, String value) throws XPathExpressionException {
        assertThat(read(config(Storage.FILES), path)).isEqualTo(value);
    }

    @Test
    void config_pathWithSignsOfItsOwn_meansItself() throws XPathExpressionException {
        var config = config(Storage.FILES);
        assertThat(read(config, "listeners/tls-tcp-listener/tls/keystore/path")).isEqualTo(ODD.toString());
        assertThat(config).doesNotContain("${");
    }

    @Test
    void config_listenerLeftOut_isNotThere() throws XPathExpressionException {
        var tls = new Bound(Optional.empty(), Optional.of(LISTEN), Optional.empty());
        var config = HiveMqFiles.configXml(ListenersXml.of(tls, Optional.of(KEYS)), Storage.FILES);
        assertThat(read(config, "listeners/tcp-listener")).isEmpty();
        assertThat(read(config, "listeners/tls-websocket-listener")).isEmpty();
        assertThat(read(config, "listeners/tls-tcp-listener/port")).isEqualTo("1884");
    }

    @Test
    void config_memory_keepsNothingInFiles() throws XPathExpressionException {
        assertThat(read(config(Storage.MEMORY), "persistence/mode")).isEqualTo("in-memory");
    }

    private static String config(Storage storage) {
        var bound = new Bound(Optional.of(LISTEN), Optional.of(at(8884)), Optional.of(at(8885)));
        return HiveMqFiles.configXml(ListenersXml.of(bound, Optional.of(KEYS)), storage);
    }

    private static InetSocketAddress at(int port) {
        return new InetSocketAddress(LISTEN.getAddress(), port);
    }

    private static String read(String xml, String path) throws XPathExpressionException {
        return XPathFactory.newInstance().newXPath().evaluate("/hivemq/" + path,
                new InputSource(new StringReader(xml)));
    }
}
