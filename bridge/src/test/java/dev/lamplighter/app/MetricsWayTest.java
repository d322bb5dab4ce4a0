package dev.lamplighter.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamplighter.broker.Broker;
import dev.lamplighter.metrics.Exposition;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the metrics say of commands that were really carried out. */
@Timeout(120)
final class MetricsWayTest {
    private static Broker broker;

    @TempDir
    private Path folder;

    @BeforeAll
    static void startBroker(@TempDir Path data) throws Exception {
        broker = Home.broker(data);
    }

    @AfterAll
    static void closeBroker() {
        broker.close();
    }

    @Test
    void commands_ofEachEnd_areCountedByWayAndResult() throws Exception {
        var port = WebPlace.free(0);
        try (var home = Home.with(Home.CLOUD, broker, folder); var http = HttpClient.newHttpClient()) {
            home.serve(port);
            home.withBridge();
            var user = home.user();
            for (var command : new String[]{"ON", "OFF", "nonsense"}) {
                user.send(home.base + "/light/d073d5001337/set", command);
                user.next(home.base + "/light/d073d5001337/result");
            }
            var shown = Exposition.parse(page(http, port));
            assertThat(shown.value("lamplighter_commands_total{result=\"applied\",way=\"cloud\"}")).isEqualTo(2);
            assertThat(shown.value("lamplighter_commands_total{result=\"refused\",way=\"none\"}")).isOne();
            assertThat(shown.value("lamplighter_command_duration_seconds_count{way=\"cloud\"}")).isEqualTo(2);
            assertThat(shown.value("lamplighter_way_up{way=\"cloud\"}")).isOne();
            assertThat(shown.value("lamplighter_mqtt_connected")).isOne();
            assertThat(shown.value("lamplighter_budget_limit_requests{way=\"cloud\"}")).isEqualTo(100_000);
            assertThat(shown.value("lamplighter_lights{reachable=\"true\"}"))
                    .isEqualTo(home.cloud.household().lights().size());
            assertThat(shown.value("lamplighter_event_streams")).isZero();
            assertThat(Exposition.parse(page(http, port))
                    .value("lamplighter_http_requests_total{face=\"metrics\",method=\"GET\",status=\"2xx\"}"))
                    .isOne();
        }
    }

    private static String page(HttpClient http, int port) throws Exception {
        return http.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/metrics")).build(),
                BodyHandlers.ofString()).body();
    }
}
