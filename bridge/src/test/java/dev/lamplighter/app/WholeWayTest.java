package dev.lamplighter.app;

import static dev.lamplighter.app.Home.DESK;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lamplighter.board.Press;
import dev.lamplighter.boards.Binding;
import dev.lamplighter.boards.Binding.When;
import dev.lamplighter.broker.Broker;
import dev.lamplighter.control.ControlSettings;
import dev.lamplighter.light.Power;
import dev.lamplighter.light.Secret;
import dev.lamplighter.simulator.Fault;
import dev.lamplighter.simulator.SimulatorSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From a user's message over a real broker, bridge and HTTPS to the lamp, and back. */
@Timeout(60)
final class WholeWayTest {
    private static final Duration LONG = Duration.ofSeconds(10);
    private static final ControlSettings HASTY = new ControlSettings(Duration.ofSeconds(3), Duration.ofMillis(500));
    private static Broker broker;

    @TempDir
    private Path folder;
    private Home home;

    @BeforeAll
    static void startBroker(@TempDir Path data) throws Exception {
        broker = Home.broker(data);
    }

    @AfterAll
    static void closeBroker() {
        broker.close();
    }

    @BeforeEach
    void open() throws Exception {
        home = Home.with(Home.CLOUD, broker, folder);
    }

    @AfterEach
    void close() {
        home.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/light/d073d5001337", "/label/Desk Lamp", "/label/Desk%20Lamp", "/all"})
    void command_inEachForm_changesTheLampAndIsAnswered(String target) throws Exception {
        var user = home.withBridge().user();
        assertThat(status(user, target, "OFF")).isEqualTo("applied");
        assertThat(home.look().power()).isEqualTo(Power.OFF);
        assertThat(status(user, target, "30")).isEqualTo("applied");
        assertThat(home.look().power()).isEqualTo(Power.ON);
        assertThat(home.look().color().bright()).isBetween(0.299, 0.301);
        assertThat(status(user, target, "+10")).isEqualTo("applied");
        assertThat(home.look().color().bright()).isBetween(0.399, 0.401);
        assertThat(status(user, target, "TOGGLE")).isEqualTo("applied");
        assertThat(home.look().power()).isEqualTo(Power.OFF);
        assertThat(status(user, target, "{\"state\":\"ON\",\"color_temp\":2700}")).isEqualTo("applied");
        assertThat(home.look().power()).isEqualTo(Power.ON);
        assertThat(home.look().color().kelvin()).isEqualTo(2700);
    }

    @Test
    void color_forLampsOfWhichSomeAreWhite_isShownWhereItCanBeAndSaysWhereItCannot() throws Exception {
        var user = home.withBridge().user();
        user.send(home.base + "/all/set", "{\"state\":\"ON\",\"color\":{\"h\":120,\"s\":100}}");
        var result = user.next(home.base + "/all/result").json();
        assertThat(result.path("status").asString()).isEqualTo("partly");
        assertThat(result.path("reason").asString()).contains("'Hall Light' (LIFX Mini White) shows no colours");
        assertThat(home.look().color().degrees()).isBetween(119.9, 120.1);
        assertThat(home.cloud.household().light("Hall Light").look().power()).isEqualTo(Power.ON);
    }

    private String status(User user, String target, String payload) throws Exception {
        user.send(home.base + target + "/set", payload);
        var result = user.next(home.base + target + "/result");
        assertThat(result.qos()).isOne();
        assertThat(result.retained()).isFalse();
        assertThat(result.json().path("via").asString()).isEqualTo("cloud");
        return result.json().path("status").asString();
    }

    @Test
    void button_thatIsBound_changesTheLampAndTheBoardHearsOfIt() throws Exception {
        home.bind(new Binding(new When.Pressed("hall", 1, Press.SINGLE), "label:Desk Lamp", "toggle"));
        var user = home.withBridge().user();
        var board = home.user("board", home.base + "-boards/hall/result");
        user.send(home.base + "/all/set", "OFF");
        user.next(home.base + "/all/result");
        user.send(home.base + "-boards/hall/button/1", "{\"event_type\":\"single\",\"seq\":1}");
        var result = board.next(home.base + "-boards/hall/result").json();
        assertThat(result.path("status").asString()).isEqualTo("applied");
        assertThat(result.path("lights").propertyNames()).containsExactly(DESK.serial());
        assertThat(home.look().power()).isEqualTo(Power.ON);
    }

    @Test
    void question_isAnsweredThoughNothingHasChanged() throws Exception {
        var user = home.withBridge().user();
        user.next(home.base + "/group/" + home.cloud.household().light(DESK).group().id() + "/availability");
        var before = user.next(home.desk("state")).json();
        user.send(home.desk("get"), "now");
        var after = user.next(home.desk("state")).json();
        assertThat(after.path("observed_at").asString()).isGreaterThan(before.path("observed_at").asString());
        assertThat(after.path("brightness")).isEqualTo(before.path("brightness"));
    }

    @Test
    void retainedQuestion_isNotAnswered() throws Exception {
        var user = home.withBridge().user();
        user.next(home.desk("state"));
        user.sendRetained(home.desk("get"), "now");
        user.send(home.desk("get"), "now");
        user.next(home.desk("state"));
        user.send(home.desk("set"), "OFF");
        user.next(home.desk("result"));
        assertThat(user.next(home.desk("state")).json().path("state").asString())
                .as("of two questions one was answered").isEqualTo("OFF");
        user.sendRetained(home.desk("get"), "");
    }

    @Test
    void restart_askedFor_beginsAnewAndObeysAgain() throws Exception {
        var user = home.withBridge().user();
        var state = home.base + "/bridge/state";
        var watcher = home.user("watcher", state);
        assertThat(watcher.next(state).text()).isEqualTo("online");
        user.send(home.base + "/bridge/restart", "now");
        assertThat(watcher.next(state).text()).isEqualTo("offline");
        assertThat(watcher.next(state).text()).isEqualTo("online");
        assertThat(status(user, "/all", "OFF")).isEqualTo("applied");
    }

    @Test
    void userWhoComesLater_findsEverythingRetained() throws Exception {
        var first = home.withBridge().user();
        first.send(home.desk("set"), "OFF");
        first.next(home.desk("result"));
        first.next(home.desk("state"), state -> isObserved(state, "OFF"));
        var later = home.user("later", home.base + "/#");
        for (var topic : List.of(home.desk("state"), home.desk("availability"), home.base + "/bridge/state",
                home.base + "/bridge/info", home.base + "/bridge/lights")) {
            assertThat(later.next(topic).retained()).as(topic).isTrue();
        }
        assertThat(later.heard()).filteredOn(message -> message.topic().equals(home.desk("state")))
                .allMatch(state -> isObserved(state, "OFF"));
        assertThat(text(later, home.desk("availability"))).isEqualTo("online");
        assertThat(text(later, home.base + "/bridge/state")).isEqualTo("online");
        assertThat(text(later, home.base + "/bridge/info")).contains("\"ways\":[\"cloud\"]");
        assertThat(text(later, home.base + "/bridge/lights")).contains("Desk Lamp", "Shelf Strip", "Porch");
    }

    private static boolean isObserved(User.Message state, String power) {
        return state.json().path("state").asString().equals(power)
                && state.json().path("source").asString().equals("observed");
    }

    private static String text(User user, String topic) {
        return user.heard().stream().filter(message -> message.topic().equals(topic)).findFirst().orElseThrow().text();
    }

    @Test
    void retainedCommand_foundAtConnecting_isRefused() throws Exception {
        var user = home.user();
        user.sendRetained(home.desk("set"), "OFF");
        user.next(home.desk("set"));
        home.withBridge();
        assertRefused(user.next(home.desk("result")), "retain flag");
        assertThat(home.look().power()).isEqualTo(Power.ON);
    }

    @Test
    void retainedCommand_whileConnected_isRefusedAndTakingItAwayIsNot() throws Exception {
        var user = home.withBridge().user();
        user.sendRetained(home.desk("set"), "OFF");
        assertRefused(user.next(home.desk("result")), "retain flag");
        user.sendRetained(home.desk("set"), "");
        user.send(home.desk("set"), "55");
        assertThat(user.next(home.desk("result")).json().path("status").asString()).isEqualTo("applied");
        assertThat(home.look().power()).isEqualTo(Power.ON);
    }

    @Test
    void unknownKey_isIgnoredAndNamed() throws Exception {
        var user = home.withBridge().user();
        user.send(home.desk("set"), "{\"state\":\"OFF\",\"brigthness\":7,\"id\":\"one\"}");
        var result = user.next(home.desk("result")).json();
        assertThat(result.path("status").asString()).isEqualTo("applied");
        assertThat(result.path("id").asString()).isEqualTo("one");
        assertThat(result.path("reason").asString()).contains("brigthness");
        assertThat(home.look().power()).isEqualTo(Power.OFF);
    }

    @Test
    void wrongValue_refusesTheWhole() throws Exception {
        var user = home.withBridge().user();
        user.send(home.desk("set"), "{\"state\":\"OFF\",\"brightness\":900}");
        assertRefused(user.next(home.desk("result")), "brightness");
        assertThat(home.look().power()).isEqualTo(Power.ON);
        assertThat(home.cloud.log().counts().writes()).isZero();
    }

    private static void assertRefused(User.Message result, String why) {
        assertThat(result.json().path("status").asString()).isEqualTo("refused");
        assertThat(result.json().path("reason").asString()).contains(why).doesNotContain("\n");
    }

    @Test
    void request_withResponseTopic_isAnsweredThereAndNowhereElse() throws Exception {
        home.withBridge();
        var user = home.user("user", home.base + "/+/+/result", "answers/" + home.base);
        var properties = new MqttProperties();
        properties.setResponseTopic("answers/" + home.base);
        properties.setCorrelationData("number 7".getBytes(UTF_8));
        user.send(home.desk("set"), "OFF".getBytes(UTF_8), false, properties);
        var answer = user.next("answers/" + home.base);
        assertThat(answer.correlation()).contains("number 7");
        assertThat(answer.json().path("status").asString()).isEqualTo("applied");
        user.send(home.desk("set"), "{\"state\":\"ON\",\"id\":\"next\"}");
        assertThat(user.next(home.desk("result")).json().path("id").asString()).isEqualTo("next");
    }

    @Test
    void commandWithMessageExpiry_whileTheCloudIsAway_endsThenAndIsNeverCarriedOut() throws Exception {
        var user = home.withBridge().user();
        user.next(home.desk("state"));
        home.cloud.refuseConnections();
        var properties = new MqttProperties();
        properties.setMessageExpiryInterval(2L);
        user.send(home.desk("set"), "OFF".getBytes(UTF_8), false, properties);
        var result = user.next(home.desk("result")).json();
        assertThat(result.path("status").asString()).isEqualTo("unreachable");
        assertThat(result.path("took_ms").asLong()).isBetween(1_000L, 6_000L);
        home.cloud.acceptConnections();
        user.send(home.desk("set"), "44");
        assertThat(user.next(home.desk("result")).json().path("status").asString()).isEqualTo("applied");
        assertThat(home.look().power()).isEqualTo(Power.ON);
        assertThat(home.cloud.log().all()).noneMatch(request -> request.body().contains("off"));
    }

    @Test
    void bridgeWhoseCloudRefusesConnections_servesMqttAndRecovers() throws Exception {
        home.cloud.refuseConnections();
        var user = home.withBridge().user();
        assertThat(user.next(home.base + "/bridge/state").text()).isEqualTo("online");
        user.send(home.desk("set"), "maybe");
        assertRefused(user.next(home.desk("result")), "maybe");
        user.send(home.desk("set"), "OFF");
        home.cloud.acceptConnections();
        assertThat(user.next(home.desk("result")).json().path("status").asString()).isEqualTo("applied");
        assertThat(home.look().power()).isEqualTo(Power.OFF);
    }

    @Test
    void lampThatIsRemoved_isClearedFromMqtt() throws Exception {
        var user = home.withBridge().user();
        user.next(home.desk("state"));
        home.cloud.household().remove(DESK);
        user.next(home.desk("state"), state -> state.text().isEmpty());
        user.next(home.desk("availability"), state -> state.text().isEmpty());
        user.next(home.base + "/bridge/lights", lights -> !lights.text().contains(DESK.serial()));
        assertThat(home.user("later", home.base + "/#").next(home.base + "/bridge/lights").text())
                .contains("Porch").doesNotContain(DESK.serial());
        user.send(home.desk("set"), "ON");
        assertRefused(user.next(home.desk("result")), DESK.serial());
    }

    @Test
    void lampThatWasRemovedWhileTheBridgeWasAway_isClearedFromMqtt() throws Exception {
        var user = home.user();
        var gone = home.base + "/light/d073d50000ff/";
        user.sendRetained(gone + "state", "{\"state\":\"ON\"}");
        user.sendRetained(gone + "availability", "online");
        user.next(gone + "availability");
        home.withBridge();
        user.next(gone + "state", state -> state.text().isEmpty());
        user.next(gone + "availability", state -> state.text().isEmpty());
        user.next(home.desk("state"), state -> !state.text().isEmpty());
        assertThat(home.user("later", home.base + "/#").next(home.desk("availability")).text()).isEqualTo("online");
    }

    @Test
    void requests_goOverHttp2AndTls13() throws Exception {
        var user = home.withBridge().user();
        user.send(home.desk("set"), "OFF");
        user.next(home.desk("result"));
        assertThat(home.cloud.log().awaitRequests(3, _ -> true, LONG)).allSatisfy(request -> {
            assertThat(request.protocol()).isEqualTo("HTTP/2");
            assertThat(request.tls()).isEqualTo("TLSv1.3");
        });
    }

    @Test
    void token_appearsInNoMessage() throws Exception {
        var user = home.withBridge().user();
        user.send(home.desk("set"), "OFF");
        user.next(home.desk("result"));
        home.cloud.faults().add(new Fault.ServerError(503, false),
                Fault.Scope.next(1));
        user.send(home.base + "/all/set", "ON");
        user.next(home.base + "/all/result");
        user.send(home.desk("set"), "{}");
        user.next(home.desk("result"));
        assertThat(user.heard()).hasSizeGreaterThan(20)
                .noneMatch(message -> message.toString().contains(Home.TOKEN.reveal()));
    }

    @Test
    void wrongToken_refusesEveryCommandSayingSo() throws Exception {
        var user = home.user();
        home.start(home.account(new Secret("wrong-token"), home.ca()), Home.PATIENT);
        user.send(home.desk("set"), "OFF");
        var result = user.next(home.desk("result"));
        assertRefused(result, "does not accept the token");
        assertThat(user.heard()).noneMatch(message -> message.toString().contains("wrong-token"));
        user.send(home.desk("set"), "OFF");
        assertRefused(user.next(home.desk("result")), "does not accept the token");
    }

    @Test
    void wrongAuthority_makesCommandsUnreachableSayingSo() throws Exception {
        try (var other = Home.with(Home.CLOUD, broker, Files.createDirectory(folder.resolve("other")))) {
            var user = home.user();
            home.start(home.account(Home.TOKEN, other.ca()), HASTY);
            user.send(home.desk("set"), "OFF");
            assertUnreachable(user.next(home.desk("result")), "is not signed by an authority in");
        }
    }

    @Test
    void expiredCertificate_makesCommandsUnreachableSayingSo() throws Exception {
        var expired = Home.CLOUD.withCertificate(SimulatorSettings.Validity.EXPIRED);
        try (var other = Home.with(expired, broker, Files.createDirectory(folder.resolve("expired")))) {
            var user = other.user();
            other.start(other.account(), HASTY);
            user.send(other.desk("set"), "OFF");
            assertUnreachable(user.next(other.desk("result")), "has expired");
        }
    }

    private static void assertUnreachable(User.Message result, String why) {
        assertThat(result.json().path("status").asString()).isEqualTo("unreachable");
        assertThat(result.json().path("reason").asString()).contains(why).doesNotContain("\n");
    }
}
