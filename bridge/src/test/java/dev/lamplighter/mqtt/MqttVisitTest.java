package dev.lamplighter.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamplighter.light.Secret;
import dev.lamplighter.mqtt.MqttSettings.Login;
import dev.lamplighter.mqtt.MqttSettings.Tls;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(90)
class MqttVisitTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    private static Path folder;
    private static TestBroker broker;

    @BeforeAll
    static void startBroker() throws Exception {
        broker = TestBroker.start(folder);
    }

    @AfterAll
    static void stopBroker() throws Exception {
        broker.close();
    }

    @Test
    void publication_withAResponseTopic_arrivesWithIt() throws Exception {
        try (var asking = visit("asking"); var asked = visit("asked")) {
            asked.listen(List.of("question"));
            asking.publish(Publication.passing("question", Bytes.utf8("?")).answeredAt("answer")
                    .correlatedWith(Bytes.utf8("7")));
            assertThat(asked.next(PATIENCE)).hasValueSatisfying(question -> {
                assertThat(question.payload()).isEqualTo(Bytes.utf8("?"));
                assertThat(question.responseTopic()).contains("answer");
                assertThat(question.correlationData()).contains(Bytes.utf8("7"));
            });
        }
    }

    @Test
    void visit_underANameThatWasThereBefore_findsNothingLeftOver() throws Exception {
        try (var first = visit("again")) {
            first.listen(List.of("left/over"));
        }
        try (var other = visit("other"); var second = visit("again")) {
            other.publish(Publication.passing("left/over", Bytes.utf8("old")));
            second.listen(List.of("new"));
            other.publish(Publication.passing("new", Bytes.utf8("new")));
            assertThat(second.next(PATIENCE).map(Delivery::topic)).contains("new");
        }
    }

    @Test
    void next_whereNothingComes_isEmpty() throws Exception {
        try (var visit = visit("alone")) {
            visit.listen(List.of("silence"));
            assertThat(visit.next(Duration.ofMillis(50))).isEmpty();
        }
    }

    @Test
    void open_whereTheBrokerRefuses_saysSoWithoutThePassword() {
        var stranger = settings(broker.port(), "s", Optional.of(new Login("stranger", new Secret("hush"))));
        assertThatThrownBy(() -> MqttVisit.open(stranger, PATIENCE)).isInstanceOf(IOException.class)
                .hasMessageContaining("the broker refused user 'stranger'").hasMessageNotContaining("hush");
    }

    @Test
    void next_afterTheConnectionIsLost_saysSo() throws Exception {
        try (var proxy = new TcpProxy(broker.port());
                var visit = MqttVisit.open(settings(proxy.port(), "cut", Optional.empty()), PATIENCE)) {
            proxy.cut();
            assertThatThrownBy(() -> visit.next(PATIENCE)).isInstanceOf(IOException.class)
                    .hasMessageContaining("broker");
        }
    }

    private static MqttVisit visit(String name) throws IOException {
        return MqttVisit.open(settings(broker.port(), name, Optional.empty()), PATIENCE);
    }

    private static MqttSettings settings(int port, String name, Optional<Login> login) {
        return new MqttSettings(URI.create("mqtt://127.0.0.1:" + port), name, login, Tls.PUBLIC);
    }
}
