package dev.lamplighter.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import com.hivemq.embedded.EmbeddedHiveMQ;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Objects;
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

    /** HiveMQ ignores a name it does not know, so a misspelt limit would be no limit. */
    @ParameterizedTest
    @EnumSource
    void config_anyStorage_isWhatHiveMqsOwnSchemaAllows(Storage storage) throws Exception {
        var schema = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(Objects.requireNonNull(EmbeddedHiveMQ.class.getResource("/config.xsd")));
        var config = new StreamSource(new StringReader(HiveMqFiles.configXml(LISTEN, storage)));
        assertThatNoException().isThrownBy(() -> schema.newValidator().validate(config));
    }

    @ParameterizedTest
    @CsvSource({"listeners/tcp-listener/port, 1884", "listeners/tcp-listener/bind-address, 127.0.0.1",
            "mqtt/queued-messages/max-queue-size, 10000",
            "mqtt/queued-messages/strategy, discard", "mqtt/packets/max-packet-size, 262144",
            "mqtt/receive-maximum/server-receive-maximum, 100",
            "anonymous-usage-statistics/enabled, false", "persistence/mode, file"})
    void config_setting_isWritten(String path, String value) throws XPathExpressionException {
        assertThat(read(HiveMqFiles.configXml(LISTEN, Storage.FILES), path)).isEqualTo(value);
    }

    @Test
    void config_memory_keepsNothingInFiles() throws XPathExpressionException {
        assertThat(read(HiveMqFiles.configXml(LISTEN, Storage.MEMORY), "persistence/mode")).isEqualTo("in-memory");
    }

    private static String read(String xml, String path) throws XPathExpressionException {
        return XPathFactory.newInstance().newXPath().evaluate("/hivemq/" + path,
                new InputSource(new StringReader(xml)));
    }
}
