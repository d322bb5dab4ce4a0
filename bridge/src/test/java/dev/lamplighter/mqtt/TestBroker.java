package dev.lamplighter.mqtt;

import com.hivemq.configuration.service.InternalConfigurations;
import com.hivemq.embedded.EmbeddedExtension;
import com.hivemq.embedded.EmbeddedHiveMQ;
import com.hivemq.extension.sdk.api.ExtensionMain;
import com.hivemq.extension.sdk.api.auth.SimpleAuthenticator;
import com.hivemq.extension.sdk.api.packets.connect.ConnackReasonCode;
import com.hivemq.extension.sdk.api.parameter.ExtensionStartInput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStartOutput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStopInput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStopOutput;
import com.hivemq.extension.sdk.api.services.Services;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/** A real broker in memory, on free ports, that lets everybody in but the user {@code stranger}. */
final class TestBroker implements AutoCloseable {
    private final EmbeddedHiveMQ hiveMq;
    private final int port;
    private final int webSocketPort;

    private TestBroker(EmbeddedHiveMQ hiveMq, int port, int webSocketPort) {
        this.hiveMq = hiveMq;
        this.port = port;
        this.webSocketPort = webSocketPort;
    }

    static TestBroker start(Path folder) throws Exception {
        InternalConfigurations.PERSISTENCE_BUCKET_COUNT.set(4);
        InternalConfigurations.PAYLOAD_PERSISTENCE_BUCKET_COUNT.set(4);
        InternalConfigurations.PERSISTENCE_SHUTDOWN_GRACE_PERIOD_MSEC.set(200);
        var port = freePort();
        var webSocketPort = freePort();
        for (var name : new String[]{"conf", "data", "extensions"}) {
            Files.createDirectories(folder.resolve(name));
        }
        Files.writeString(folder.resolve("conf/config.xml"), config(port, webSocketPort));
        var extension = EmbeddedExtension.builder().withId("test").withName("test").withVersion("1")
                .withExtensionMain(new Door()).build();
        var hiveMq = EmbeddedHiveMQ.builder().withConfigurationFolder(folder.resolve("conf"))
                .withDataFolder(folder.resolve("data")).withExtensionsFolder(folder.resolve("extensions"))
                .withEmbeddedExtension(extension).withoutLoggingBootstrap().build();
        hiveMq.start().get(60, TimeUnit.SECONDS);
        return new TestBroker(hiveMq, port, webSocketPort);
    }

    int port() {
        return port;
    }

    int webSocketPort() {
        return webSocketPort;
    }

    @Override
    public void close() throws ExecutionException {
        try {
            hiveMq.close();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() throws IOException {
        try (var probe = new ServerSocket(0)) {
            return probe.getLocalPort();
        }
    }

    private static String config(int port, int webSocketPort) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <hivemq>
                    <listeners>
                        <tcp-listener><port>%d</port><bind-address>127.0.0.1</bind-address></tcp-listener>
                        <websocket-listener>
                            <port>%d</port><bind-address>127.0.0.1</bind-address><path>/mqtt</path>
                            <subprotocols><subprotocol>mqtt</subprotocol></subprotocols>
                        </websocket-listener>
                    </listeners>
                    <mqtt>
                        <queued-messages><max-queue-size>20000</max-queue-size></queued-messages>
                        <receive-maximum><server-receive-maximum>10</server-receive-maximum></receive-maximum>
                    </mqtt>
                    <anonymous-usage-statistics><enabled>false</enabled></anonymous-usage-statistics>
                    <persistence><mode>in-memory</mode></persistence>
                </hivemq>
                """.formatted(port, webSocketPort);
    }

    private static final class Door implements ExtensionMain {
        @Override
        public void extensionStart(ExtensionStartInput input, ExtensionStartOutput output) {
            Services.securityRegistry()
                    .setAuthenticatorProvider(anyClient -> (SimpleAuthenticator) (client, answer) -> {
                        if (client.getConnectPacket().getUserName().filter("stranger"::equals).isPresent()) {
                            answer.failAuthentication(ConnackReasonCode.BAD_USER_NAME_OR_PASSWORD);
                        } else {
                            answer.authenticateSuccessfully();
                        }
                    });
        }

        @Override
        public void extensionStop(ExtensionStopInput input, ExtensionStopOutput output) {}
    }
}
