package dev.lamplighter.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.lamplighter.broker.Broker;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A page over a whole bridge: broker, simulated account, HTTP. */
@Timeout(120)
class WebFaceTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration LONG = Duration.ofSeconds(30);

    @TempDir
    private static Path brokersFolder;
    private static Broker broker;

    @TempDir
    private Path folder;
    private final HttpClient http = HttpClient.newHttpClient();
    private final int port = WebPlace.free(0);
    private Home home;

    @BeforeAll
    static void startBroker() throws Exception {
        broker = Home.broker(brokersFolder);
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @BeforeEach
    void start() throws Exception {
        home = Home.with(Home.CLOUD, broker, folder);
        home.serve(port);
        home.withBridge();
        await("/health/ready", 200);
    }

    @AfterEach
    void stop() {
        home.close();
        http.close();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(at(path)).timeout(LONG).build(), BodyHandlers.ofString());
    }

    private JsonNode json(String path) throws IOException, InterruptedException {
        return JSON.readTree(get(path).body());
    }

    private JsonNode post(String path, String type, String body) throws IOException, InterruptedException {
        var token = json("/api/session").path("token").stringValue();
        var request = HttpRequest.newBuilder(at(path)).timeout(LONG).header("X-Lamplighter-Token", token)
                .header("Content-Type", type).POST(BodyPublishers.ofString(body)).build();
        return JSON.readTree(http.send(request, BodyHandlers.ofString()).body());
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private void await(String path, int status) throws IOException, InterruptedException {
        var end = System.nanoTime() + LONG.toNanos();
        for (var answer = get(path); answer.statusCode() != status; answer = get(path)) {
            assertThat(System.nanoTime()).as(answer.body()).isLessThan(end);
        }
    }

    @Test
    void command_fromAPage_switchesTheLampAndIsTold() throws Exception {
        var was = home.look().power();
        var result = post("/api/lights/" + Home.DESK + "/set", "application/json", "\"TOGGLE\"");
        assertThat(result.path("status").stringValue()).isEqualTo("applied");
        assertThat(home.look().power()).isNotEqualTo(was);
        var told = json("/api/commands").path(0);
        assertThat(told.path("from").stringValue()).isEqualTo("web");
        assertThat(told.path("target").stringValue()).isEqualTo("id:" + Home.DESK);
        assertThat(told.path("command").stringValue()).isEqualTo("TOGGLE");
    }

    @Test
    void command_thatIsWrong_getsTheResultThatMqttTells() throws Exception {
        var result = post("/api/labels/Desk%20Lamp/set", "text/plain", "{\"id\":\"x\",\"brightness\":900}");
        assertThat(result.path("status").stringValue()).isEqualTo("refused");
        assertThat(result.path("id").stringValue()).isEqualTo("x");
        assertThat(result.path("reason").stringValue()).contains("brightness");
    }

    @Test
    void command_fromMqtt_isToldWithItsSender() throws Exception {
        home.user().send(home.desk("set"), "{\"id\":\"by-mqtt\",\"state\":\"ON\"}");
        var end = System.nanoTime() + LONG.toNanos();
        while (!get("/api/commands").body().contains("by-mqtt")) {
            assertThat(System.nanoTime()).isLessThan(end);
        }
        assertThat(json("/api/commands").path(0).path("from").stringValue()).isEqualTo("mqtt");
    }

    @Test
    void look_fromAPage_answersWithTheLight() throws Exception {
        var light = post("/api/lights/" + Home.DESK + "/get", "application/json", "");
        assertThat(light.path("id").stringValue()).isEqualTo(Home.DESK.serial());
    }

    @Test
    void documents_ofARealHome_areAsDescribed() throws Exception {
        var described = json("/openapi.json");
        post("/api/all/set", "application/json", "{\"state\":\"ON\"}");
        for (var path : new String[]{"/api/bridge", "/api/health", "/api/lights", "/api/groups", "/api/locations",
                "/api/scenes", "/api/commands", "/api/bindings", "/api/boards", "/api/session"}) {
            var schema = described.path("paths").path(path).path("get").path("responses").path("200").path("content")
                    .path("application/json").path("schema").deepCopy();
            ((ObjectNode) schema).set("components", described.path("components"));
            assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(schema)
                    .validate(get(path).body(), InputFormat.JSON)).as(path).isEmpty();
        }
        assertThat(json("/api/lights")).hasSize(7);
    }

    @Test
    void command_byTheRelay_isAmongThoseThatWereDone() throws Exception {
        http.send(HttpRequest.newBuilder(at("/v1/lights/id:d073d5001337/state")).timeout(LONG)
                .header("Authorization", "Bearer any").PUT(BodyPublishers.ofString("{\"power\":\"on\"}")).build(),
                BodyHandlers.ofString());
        var told = json("/api/commands").path(0);
        assertThat(told.path("from").stringValue()).isEqualTo("relay");
        assertThat(told.path("target").stringValue()).isEqualTo("id:d073d5001337");
        assertThat(told.path("command").stringValue()).isEqualTo("state {\"power\":\"on\"}");
        assertThat(told.path("status").stringValue()).isEqualTo("applied");
    }

    @Test
    void routes_ofAWholeBridge_areThoseDescribedAndTheRelay() throws Exception {
        for (var path : json("/openapi.json").path("paths").properties()) {
            if (path.getValue().has("get") && !path.getKey().contains("{") && !path.getKey().equals("/api/events")) {
                assertThat(get(path.getKey()).statusCode()).as(path.getKey()).isEqualTo(200);
            }
        }
        var relayed = http.send(HttpRequest.newBuilder(at("/v1/lights/all")).timeout(LONG)
                .header("Authorization", "Bearer any").build(), BodyHandlers.ofString());
        assertThat(JSON.readTree(relayed.body())).hasSize(7);
        assertThat(get("/v1/lights/all").statusCode()).isEqualTo(401);
    }

    @Test
    void doctor_onThePage_findsThatAllIsWellAndIsNotAskedTwiceAtOnce() throws Exception {
        var requests = home.cloud.log().counts().requests();
        var found = json("/api/doctor");
        assertThat(found).extracting(it -> it.path("check").stringValue()).contains("broker", "LIFX Cloud, DNS",
                "LIFX Cloud, TCP", "LIFX Cloud, TLS", "LIFX Cloud, HTTP", "LIFX Cloud, token", "LIFX Cloud, budget",
                "LAN", "dashboard");
        assertThat(found).allSatisfy(it -> assertThat(it.path("status").stringValue()).as(it.toString())
                .isIn("ok", "skipped"));
        assertThat(json("/api/doctor")).isEqualTo(found);
        assertThat(home.cloud.log().counts().requests() - requests).as("looks of the bridge's own may be among them")
                .isLessThan(4);
    }

    @Test
    void metrics_ofRequests_nameTheirFace() throws Exception {
        get("/api/lights");
        get("/nowhere");
        assertThat(get("/metrics").body())
                .contains("lamplighter_http_requests_total{face=\"api\",method=\"GET\",status=\"2xx\"}")
                .contains("lamplighter_http_requests_total{face=\"page\",method=\"GET\",status=\"4xx\"} 1.0");
    }
}
