package dev.lamplighter.app;

import static dev.lamplighter.app.Home.DESK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lamplighter.app.RawPacket.Flags;
import dev.lamplighter.app.RawPacket.Properties;
import dev.lamplighter.broker.Broker;
import dev.lamplighter.light.Power;
import dev.lamplighter.simulator.Exchange;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the bridge makes of MQTT 5, seen from outside: every byte that a sender or a broker says is the test's own. */
@Timeout(60)
final class RawMqttTest {
    private static final Properties NONE = new Properties();
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
    void retainedCommand_isRefused() throws Exception {
        try (var home = Home.with(Home.CLOUD, broker, folder).withBridge(); var sender = listening(home)) {
            sender.send(RawPacket.publish(home.desk("set"), "OFF", Optional.of(7), NONE, Flags.RETAIN));
            assertThat(status(sender, home)).isEqualTo("refused");
            sender.send(RawPacket.publish(home.desk("set"), "", Optional.of(8), NONE, Flags.RETAIN));
            assertThat(home.look().power()).isEqualTo(Power.ON);
        }
    }

    @Test
    void command_withAllThatMqtt5Offers_isAnsweredWhereItsSenderWants() throws Exception {
        try (var home = Home.with(Home.CLOUD, broker, folder).withBridge(); var sender = listening(home)) {
            var mark = new byte[]{0, (byte) 0xff, 13, 10, (byte) 0x80};
            var properties = new Properties().expiry(20).user("trace", "a").user("trace", "b").user("", "").jsonText()
                    .answerTo(home.base + "/answers/mine", mark);
            sender.send(RawPacket.publish(home.desk("set"), "{\"state\":\"OFF\"}", Optional.of(7), properties,
                    Flags.NONE));
            var answer = sender.next(home.base + "/answers/mine");
            assertThat(json(answer.text()).path("status").asString()).isEqualTo("applied");
            assertThat(answer.correlation()).hasValueSatisfying(data -> assertThat(data).isEqualTo(mark));
            assertThat(home.look().power()).isEqualTo(Power.OFF);
        }
    }

    @Test
    void command_sentAgainBySomebodyWhoHeardNoAcknowledgement_isCarriedOutOnceUnderItsId() throws Exception {
        try (var home = Home.with(Home.CLOUD, broker, folder).withBridge(); var listener = listening(home)) {
            var toggle = "{\"state\":\"TOGGLE\",\"id\":\"hall-7\"}";
            try (var sender = RawClient.connect(broker.port(), home.base + "-board", true)) {
                sender.send(RawPacket.publish(home.desk("set"), toggle, Optional.of(9), NONE, Flags.NONE));
            }
            var first = json(listener.next(home.desk("result")).text());
            try (var sender = RawClient.connect(broker.port(), home.base + "-board", false)) {
                sender.send(RawPacket.publish(home.desk("set"), toggle, Optional.of(9), NONE, Flags.DUPLICATE));
                sender.await(packet -> packet.type() == RawPacket.PUBACK);
            }
            var second = json(listener.next(home.desk("result")).text());
            assertThat(second).isEqualTo(first);
            assertThat(first.path("status").asString()).isEqualTo("applied");
            assertThat(home.look().power()).isEqualTo(Power.OFF);
            assertThat(writes(home)).isOne();
        }
    }

    @Test
    void command_ofASecondSenderUnderTheSameId_isAnsweredWithTheFirstResult() throws Exception {
        try (var home = Home.with(Home.CLOUD, broker, folder).withBridge(); var sender = listening(home)) {
            for (var id = 1; id <= 3; id++) {
                sender.send(RawPacket.publish(home.desk("set"), "{\"brightness_step\":20,\"id\":\"x\"}",
                        Optional.of(id), NONE, Flags.NONE));
            }
            for (var count = 1; count <= 3; count++) {
                assertThat(status(sender, home)).isEqualTo("applied");
            }
            assertThat(writes(home)).isOne();
            assertThat(home.look().color().bright()).isBetween(0.57, 0.59);
        }
    }

    @Test
    void delivery_thatABrokerRepeats_isCarriedOutOnceWithoutAnyId() throws Exception {
        try (var raw = new RawBroker(); var home = Home.at(Home.CLOUD, raw.port(), folder)) {
            home.begin(home.account(), Home.PATIENT);
            var toggle = RawPacket.publish(home.desk("set"), "TOGGLE", Optional.of(5), NONE, Flags.NONE);
            try (var guest = raw.accept(false)) {
                guest.send(toggle);
                assertThat(json(guest.next("/result").text()).path("status").asString()).isEqualTo("applied");
                assertThat(guest.acknowledged()).isEqualTo(5);
            }
            try (var guest = raw.accept(true)) {
                guest.send(RawPacket.publish(home.desk("set"), "TOGGLE", Optional.of(5), NONE, Flags.DUPLICATE));
                assertThat(guest.acknowledged()).as("the repeated delivery").isEqualTo(5);
                guest.send(RawPacket.publish(home.desk("set"), "55", Optional.of(6), NONE, Flags.NONE));
                guest.next("/result");
            }
            assertThat(writes(home)).as("one toggle, one brightness").isEqualTo(2);
            assertThat(home.look().power()).isEqualTo(Power.ON);
        }
    }

    @Test
    void command_whoseTimeIsUpWhenItArrives_isExpired() throws Exception {
        try (var raw = new RawBroker(); var home = Home.at(Home.CLOUD, raw.port(), folder)) {
            home.begin(home.account(), Home.PATIENT);
            try (var guest = raw.accept(false)) {
                guest.next("/light/" + DESK + "/state");
                guest.send(RawPacket.publish(home.desk("set"), "OFF", Optional.of(5), new Properties().expiry(0),
                        Flags.NONE));
                assertThat(json(guest.next("/result").text()).path("status").asString()).isEqualTo("expired");
                assertThat(guest.acknowledged()).isEqualTo(5);
            }
            assertThat(home.look().power()).isEqualTo(Power.ON);
            assertThat(writes(home)).isZero();
        }
    }

    private RawClient listening(Home home) throws IOException {
        var client = RawClient.connect(broker.port(), home.base + "-raw", true);
        client.subscribe(home.base + "/#");
        return client;
    }

    private static String status(RawClient client, Home home) throws IOException {
        return json(client.next(home.desk("result")).text()).path("status").asString();
    }

    private static long writes(Home home) {
        return home.cloud.log().all().stream().filter(Exchange::isWrite).count();
    }

    private static JsonNode json(String text) {
        return new JsonMapper().readTree(text);
    }
}
