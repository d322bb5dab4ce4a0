package dev.lamplighter.broker;

import dev.lamplighter.broker.tls.Certificates;
import dev.lamplighter.broker.tls.Suites;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The listeners' part of config.xml. Pure. Addresses are written as numbers: a name could hold <code>${…}</code>, which HiveMQ takes for an
 * environment variable, ending the process where it is not set. Paths have the sign escaped.
 */
final class ListenersXml {
    /** What a TLS listener shows and asks for. */
    record Keys(Path keyStore, Optional<Path> trustStore, String password, List<String> suites) {
        static Keys of(Certificates certificates) {
            return new Keys(certificates.keyStorePath(), certificates.trustStorePath(), certificates.password(),
                    certificates.suites());
        }
    }

    /** Version 3 clients of old ask for the second name. */
    private static final String WEBSOCKET = """
            <path>/mqtt</path>
            <subprotocols>
                <subprotocol>mqtt</subprotocol>
                <subprotocol>mqttv3.1</subprotocol>
            </subprotocols>
            """;

    private ListenersXml() {}

    /** @param keys needed where one of the addresses is for TLS */
    static String of(Bound bound, Optional<Keys> keys) {
        var tls = keys.map(ListenersXml::tls).orElse("");
        return bound.plain().map(at -> listener("tcp-listener", at, "")).orElse("")
                + bound.tls().map(at -> listener("tls-tcp-listener", at, tls)).orElse("")
                + bound.websocket().map(at -> listener("tls-websocket-listener", at, WEBSOCKET + tls)).orElse("");
    }

    private static String listener(String kind, InetSocketAddress at, String more) {
        return """
                <%1$s>
                    <port>%2$d</port>
                    <bind-address>%3$s</bind-address>
                %4$s</%1$s>
                """.formatted(kind, at.getPort(), at.getAddress().getHostAddress(), more.indent(4));
    }

    private static String tls(Keys keys) {
        return """
                <tls>
                    <keystore>
                        <path>%1$s</path>
                        <password>%2$s</password>
                        <private-key-password>%2$s</private-key-password>
                    </keystore>
                %3$s%4$s%5$s    <prefer-server-cipher-suites>true</prefer-server-cipher-suites>
                </tls>
                """.formatted(escaped(keys.keyStore()), keys.password(),
                keys.trustStore().map(store -> trust(store, keys.password()).indent(4)).orElse(""),
                list("protocol", Suites.VERSIONS).indent(4), list("cipher-suite", keys.suites()).indent(4));
    }

    private static String trust(Path store, String password) {
        return """
                <truststore>
                    <path>%s</path>
                    <password>%s</password>
                </truststore>
                <client-authentication-mode>REQUIRED</client-authentication-mode>
                """.formatted(escaped(store), password);
    }

    private static String list(String name, List<String> values) {
        return values.stream().map(value -> "    <" + name + ">" + value + "</" + name + ">\n")
                .collect(Collectors.joining("", "<" + name + "s>\n", "</" + name + "s>\n"));
    }

    private static String escaped(Path path) {
        return path.toAbsolutePath().toString().replace("&", "&amp;").replace("<", "&lt;").replace("$", "&#36;");
    }
}
