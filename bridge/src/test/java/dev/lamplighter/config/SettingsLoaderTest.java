package dev.lamplighter.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamplighter.cloud.CloudSettings;
import dev.lamplighter.control.ControlSettings;
import dev.lamplighter.control.Preference;
import dev.lamplighter.lan.LanSettings;
import dev.lamplighter.light.Secret;
import dev.lamplighter.mqtt.MqttSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsLoaderTest {
    @TempDir
    Path root;
    private Folder folder;

    @BeforeEach
    void open() {
        folder = new Folder(root);
    }

    @Test
    void load_noFileNoEnvironment_givesTheDefaults() {
        var settings = folder.settings();
        assertThat(settings.mqtt())
                .isEqualTo(new MqttPart(Optional.empty(), "lamplighter-bridge", Optional.empty(),
                        MqttSettings.Tls.PUBLIC));
        assertThat(settings.baseTopic()).isEqualTo("lifx");
        assertThat(settings.cloud()).isEmpty();
        assertThat(settings.lan()).contains(LanSettings.DEFAULTS);
        assertThat(settings.prefer()).isEqualTo(Preference.LAN);
        assertThat(settings.control()).isEqualTo(ControlSettings.DEFAULTS);
        assertThat(settings.broker())
                .isEqualTo(new BrokerPart(
                        new BrokerPart.Ports("0.0.0.0", OptionalInt.of(1883), OptionalInt.of(8883),
                                OptionalInt.empty()),
                        new BrokerPart.Tls(Optional.empty(), Optional.empty(), List.of()), folder.path("data/broker"),
                        false));
        assertThat(settings.data()).isEqualTo(folder.path("data"));
    }

    @Test
    void load_everyKey_fillsTheRoomsRecords() throws IOException {
        folder.with("ca.pem", "x").with("me.pem", "x").with("me.key", "x").with("lamplighter.yml", """
                mqtt:
                  url: wss://broker.example/mqtt
                  username: bridge
                  password: "12345"
                  ca: ca.pem
                  client-certificate: me.pem
                  client-key: me.key
                  client-id: upstairs
                  base-topic: home/lifx
                cloud:
                  token: abc
                  url: http://localhost:8080/
                  ca: ca.pem
                  poll: 2m
                commands:
                  time-to-live: 1500ms
                  prefer: cloud
                lan:
                  port: 56701
                  broadcast: [10.0.0.255]
                  addresses: [10.0.1.7, "desk.home:56700"]
                broker:
                  bind: 127.0.0.1
                  port: off
                  tls-port: 0
                  websocket-port: 8884
                  certificate: me.pem
                  certificate-key: me.key
                  client-ca: ca.pem
                  names: [lamps.example, "10.0.0.9"]
                  data: /var/broker
                  anonymous: true
                data: elsewhere
                """);
        var settings = folder.settings();
        var url = URI.create("wss://broker.example/mqtt");
        assertThat(settings.mqtt().url()).contains(url);
        assertThat(settings.mqtt().toBroker(url)).isEqualTo(new MqttSettings(url, "upstairs",
                Optional.of(new MqttSettings.Login("bridge", new Secret("12345"))), new MqttSettings.Tls(
                        Optional.of(folder.path("ca.pem")), Optional.of(folder.path("me.pem")),
                        Optional.of(folder.path("me.key")))));
        assertThat(settings.baseTopic()).isEqualTo("home/lifx");
        assertThat(settings.cloud()).contains(new CloudSettings(new Secret("abc"), URI.create("http://localhost:8080"),
                Optional.of(folder.path("ca.pem"))));
        assertThat(settings.lan()).contains(new LanSettings(56701, List.of("10.0.0.255"), List.of(
                new LanSettings.Place("10.0.1.7", 56701), new LanSettings.Place("desk.home", 56700))));
        assertThat(settings.prefer()).isEqualTo(Preference.CLOUD);
        assertThat(settings.control())
                .isEqualTo(new ControlSettings(Duration.ofMillis(1500), Duration.ofMinutes(2)));
        assertThat(settings.broker()).isEqualTo(new BrokerPart(
                new BrokerPart.Ports("127.0.0.1", OptionalInt.empty(), OptionalInt.of(0), OptionalInt.of(8884)),
                new BrokerPart.Tls(Optional.of(new BrokerPart.Given(folder.path("me.pem"), folder.path("me.key"))),
                        Optional.of(folder.path("ca.pem")), List.of("lamps.example", "10.0.0.9")),
                Path.of("/var/broker"), true));
        assertThat(settings.data()).isEqualTo(folder.path("elsewhere"));
    }

    @Test
    void lan_off_isAbsent() throws IOException {
        folder.with("lamplighter.yml", "lan: {enabled: false}\n");
        assertThat(folder.settings().lan()).isEmpty();
    }

    @Test
    void lan_addressesInAVariable_areSplit() {
        folder.with(Map.of("LAMPLIGHTER_LAN_ADDRESSES", "10.0.1.7, desk.home:1"));
        assertThat(folder.settings().lan().orElseThrow().places()).containsExactly(
                new LanSettings.Place("10.0.1.7", LanSettings.PORT), new LanSettings.Place("desk.home", 1));
    }

    @Test
    void load_variableAndFile_variableWins() throws IOException {
        folder.with("lamplighter.yml", "broker: {port: 1, anonymous: false}\ncommands: {time-to-live: 9s}\n")
                .with(Map.of("LAMPLIGHTER_BROKER_PORT", "2", "LAMPLIGHTER_BROKER_ANONYMOUS", "true",
                        "LAMPLIGHTER_COMMANDS_TIME_TO_LIVE", "7s"));
        var settings = folder.settings();
        assertThat(settings.broker().ports().plain()).hasValue(2);
        assertThat(settings.broker().anonymous()).isTrue();
        assertThat(settings.control().timeToLive()).isEqualTo(Duration.ofSeconds(7));
        assertThat(folder.good().source()).isEqualTo("lamplighter.yml, 3 from the environment");
    }

    @Test
    void names_inAVariable_areSplit() {
        folder.with(Map.of("LAMPLIGHTER_BROKER_NAMES", "lamps.example, fd00::1  pi"));
        assertThat(folder.settings().broker().tls().names()).containsExactly("lamps.example", "fd00::1", "pi");
    }

    @Test
    void port_offInAVariable_isOff() {
        folder.with(Map.of("LAMPLIGHTER_BROKER_TLS_PORT", "off"));
        assertThat(folder.settings().broker().ports().tls()).isEmpty();
    }

    @Test
    void load_variableEmpty_countsAsNotSet() throws IOException {
        folder.with("lamplighter.yml", "cloud: {token: abc}")
                .with(Map.of("LIFX_TOKEN", "", "LAMPLIGHTER_MQTT_URL", ""));
        assertThat(token()).contains("abc");
    }

    @Test
    void token_lifxTokenAndFile_lifxTokenWins() throws IOException {
        folder.with("lamplighter.yml", "cloud: {token-file: gone}").with(Map.of("LIFX_TOKEN", "weak"));
        assertThat(token()).contains("weak");
    }

    @Test
    void token_lifxTokenAndOurVariable_ourVariableWins() throws IOException {
        folder.with("secret", "strong\n")
                .with(Map.of("LIFX_TOKEN", "weak", "LAMPLIGHTER_CLOUD_TOKEN_FILE", "secret"));
        assertThat(token()).contains("strong");
    }

    @Test
    void secretFile_lineEndAtItsEnd_isNoPartOfTheSecret() throws IOException {
        folder.with("secret", "pass word \r\n").with("lamplighter.yml",
                "mqtt: {username: me, password-file: secret}");
        assertThat(folder.settings().mqtt().login())
                .contains(new MqttSettings.Login("me", new Secret("pass word ")));
    }

    @Test
    void relativePath_inAFileElsewhere_startsAtItsFolder() throws IOException {
        folder.with("etc/lamplighter.yml", "data: here").with(Map.of("LAMPLIGHTER_BROKER_DATA", "there"));
        assertThat(folder.settings().data()).isEqualTo(folder.path("etc/here"));
        assertThat(folder.settings().broker().data()).isEqualTo(folder.path("there"));
    }

    @Test
    void file_twoCandidates_firstIsTaken() throws IOException {
        folder.with("etc/lamplighter.yml", "data: second").with("lamplighter.yml", "data: first");
        assertThat(folder.good().source()).isEqualTo("lamplighter.yml");
        assertThat(folder.settings().data()).isEqualTo(folder.path("first"));
    }

    @Test
    void file_namedAndThere_isTakenBeforeCandidates() throws IOException {
        folder.with("lamplighter.yml", "data: first").with("my.yml", "data: mine");
        assertThat(folder.load("my.yml")).isInstanceOfSatisfying(Loaded.Good.class,
                good -> assertThat(good.settings().data()).isEqualTo(folder.path("mine")));
    }

    @Test
    void file_namedAndAbsent_isAProblemEvenWithCandidates() throws IOException {
        folder.with("lamplighter.yml", "data: first");
        assertThat(folder.load("my.yml")).isInstanceOfSatisfying(Loaded.Bad.class, bad -> assertThat(bad.problems())
                .containsExactly(new Problem("my.yml", "the file " + folder.path("my.yml") + " does not exist")));
    }

    @Test
    void file_onlyCommentsAndEmptySections_givesTheDefaults() throws IOException {
        folder.with("lamplighter.yml", "# nothing\nmqtt:\n  #url: x\nbroker:\n");
        assertThat(folder.settings().broker().ports().plain()).hasValue(1883);
    }

    private Optional<String> token() {
        return folder.settings().cloud().map(cloud -> cloud.token().reveal());
    }
}
