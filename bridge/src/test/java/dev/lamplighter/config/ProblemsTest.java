package dev.lamplighter.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemsTest {
    @TempDir
    Path root;
    private Folder folder;

    @BeforeEach
    void open() {
        folder = new Folder(root);
    }

    @Test
    void file_fiveMistakes_givesFiveProblemsInTheOrderOfTheFile() throws IOException {
        folder.with("lamplighter.yml", """
                # my house
                mqtt:
                  url: tcp://broker
                  usrname: me

                commands:
                  time-to-live: 30 parsecs
                broker:
                  port: 70000
                  anonymous: yes
                """);
        assertThat(folder.problems()).satisfiesExactly(
                line -> assertThat(line).startsWith("lamplighter.yml:3 mqtt.url: `tcp://broker` is not `mqtt://`"),
                line -> assertThat(line).isEqualTo(
                        "lamplighter.yml:4 mqtt.usrname: there is no such setting; did you mean `username`?"),
                line -> assertThat(line).isEqualTo("lamplighter.yml:7 commands.time-to-live: "
                        + "`30 parsecs` is not a duration from 1s to 1h, such as `1500ms`, `30s` or `2m`"),
                line -> assertThat(line).isEqualTo(
                        "lamplighter.yml:9 broker.port: `70000` is not a port from 0 to 65535 (0 takes a free one), or `off`"),
                line -> assertThat(line)
                        .isEqualTo("lamplighter.yml:10 broker.anonymous: `yes` is not `true` or `false`"));
    }

    @Test
    void problems_inFileAndEnvironment_areToldTogether() throws IOException {
        folder.with("lamplighter.yml", "data: [1]").with(Map.of("LAMPLIGHTER_BROKER_PORT", "many"));
        assertThat(folder.problems()).containsExactly("lamplighter.yml:1 data: a list is not the path of a folder",
                "environment LAMPLIGHTER_BROKER_PORT: `many` is not a port from 0 to 65535 (0 takes a free one), or `off`");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
            "mqtt: {base-topic: boards}                 | mqtt.base-topic: `boards` and `boards`, which is `mqtt.boards-topic`, have to be apart: neither may be the other or lie inside it",
            "mqtt: {boards-topic: lifx/boards}          | mqtt.boards-topic: `lifx/boards` and `lifx`, which is `mqtt.base-topic`, have to be apart",
            "homeassistant: {prefix: boards}            | homeassistant.prefix: `boards` and `boards`, which is `mqtt.boards-topic`, have",
            "mqtt: {base-topic: homeassistant/lifx}     | mqtt.base-topic: `homeassistant/lifx` and `homeassistant`, which is `homeassistant.prefix`, have",
            "mqtt: {base-topic: a, boards-topic: a/b/c} | mqtt.boards-topic: `a/b/c` and `a`, which is `mqtt.base-topic`, have"})
    void topics_thatAreNotApart_areNamedWithTheirPlace(String yaml, String problem) throws IOException {
        folder.with("lamplighter.yml", yaml);
        assertThat(folder.problems()).singleElement().asString().startsWith("lamplighter.yml:1 " + problem);
    }

    @Test
    void topics_thatAreNotApart_areToldWithAllElse() throws IOException {
        folder.with("lamplighter.yml", "broker: {port: many}\n").with(Map.of("LAMPLIGHTER_MQTT_BASE_TOPIC", "boards"));
        assertThat(folder.problems()).satisfiesExactly(
                line -> assertThat(line).startsWith("lamplighter.yml:1 broker.port: "),
                line -> assertThat(line).startsWith("environment LAMPLIGHTER_MQTT_BASE_TOPIC: `boards` and "));
    }

    @Test
    void page_forOtherMachinesWithoutAPassword_isRefused() throws IOException {
        folder.with("lamplighter.yml", "web: {bind: 0.0.0.0}\n");
        assertThat(folder.problems()).singleElement().asString().startsWith("lamplighter.yml:1 web.bind: ")
                .contains("web.password");
        folder.with("lamplighter.yml", "web: {bind: 0.0.0.0, password: long}\n");
        assertThat(folder.problems()).isEmpty();
        folder.with("lamplighter.yml", "web: {bind: 0.0.0.0, port: off}\n");
        assertThat(folder.problems()).isEmpty();
    }

    @Test
    void topics_thatOnlyBeginAlike_areApart() throws IOException {
        folder.with("lamplighter.yml", "mqtt: {base-topic: home/lifx, boards-topic: home/lifx-boards}\n");
        assertThat(folder.problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
            "broker: {prot: 1}         | lamplighter.yml:1 broker.prot | did you mean `port`?",
            "brokr: {port: 1}          | lamplighter.yml:1 brokr       | did you mean `broker`?",
            "token: abc                | lamplighter.yml:1 token       | did you mean `cloud.token`?",
            "cloud.token: abc          | lamplighter.yml:1 cloud.token | write it as a section: `cloud:` and below it, indented, `token:`",
            "commands: {everything: 1} | lamplighter.yml:1 commands.everything | here may stand time-to-live",
            "weather: {port: 8080}     | lamplighter.yml:1 weather     | here may stand mqtt, cloud, commands, homeassistant, broker, web, bindings, data"})
    void key_unknown_isNamedWithWhatIsMeant(String yaml, String where, String advice) throws IOException {
        folder.with("lamplighter.yml", yaml);
        assertThat(folder.problems()).singleElement().asString().startsWith(where + ": ").endsWith(advice);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
            "mqtt: 5                          | mqtt: this is a section",
            "mqtt: {url:}                     | mqtt.url: there is no value",
            "mqtt: {url: mqtt:broker}         | mqtt.url: `mqtt:broker` is not",
            "mqtt: {url: 'mqtt://'}           | mqtt.url: `mqtt://` is not",
            "mqtt: {url: 'mqtt://b/topic'}    | mqtt.url: `mqtt://b/topic` is not",
            "mqtt: {url: 'mqtt://b:70000'}    | mqtt.url: `mqtt://b:70000` is not",
            "mqtt: {base-topic: ''}           | mqtt.base-topic: `` is not a topic",
            "mqtt: {base-topic: a/#}          | mqtt.base-topic: `a/#` is not a topic",
            "mqtt: {base-topic: a/+/b}        | mqtt.base-topic: `a/+/b` is not a topic",
            "mqtt: {base-topic: /a}           | mqtt.base-topic: `/a` is not a topic",
            "mqtt: {base-topic: a/}           | mqtt.base-topic: `a/` is not a topic",
            "mqtt: {client-id: 5}             | mqtt.client-id: this has to be text: put it in quotes",
            "mqtt: {username: me}             | mqtt.username: this needs `mqtt.password` too",
            "mqtt: {password: x}              | mqtt.password: this needs `mqtt.username` too",
            "mqtt: {ca: gone.pem}             | mqtt.ca: the file ROOT/gone.pem does not exist",
            "mqtt: {ca: .}                    | mqtt.ca: the file ROOT is a folder, not a file",
            "mqtt: {client-key: lamplighter.yml} | mqtt.client-key: this needs `mqtt.client-certificate` too",
            "mqtt: {client-certificate: lamplighter.yml} | mqtt.client-certificate: this needs `mqtt.client-key` too",
            "cloud: {url: 'http://api.lifx.com'}  | cloud.url: `http://api.lifx.com` is not `https://`",
            "cloud: {url: 'http://127.0.0.1.example.com'} | cloud.url: `http://127.0.0.1.example.com` is not",
            "cloud: {url: 'https://api.lifx.com/v1'} | cloud.url: `https://api.lifx.com/v1` is not",
            "cloud: {poll: 10}                | cloud.poll: `10` is not a duration",
            "cloud: {poll: 500ms}             | cloud.poll: `500ms` is not a duration from 1s to 1h",
            "commands: {time-to-live: 61m}    | commands.time-to-live: `61m` is not a duration from 1s to 1h",
            "commands: {time-to-live: {s: 5}} | commands.time-to-live: a section is not a duration",
            "broker: {port: 1883.5}           | broker.port: `1883.5` is not a port",
            "broker: {port: -1}               | broker.port: `-1` is not a port",
            "broker: {port: '1883'}           | broker.port: `1883` is not a port",
            "broker: {port: 1e400000000}      | broker.port: `1e400000000` is not a port",
            "broker: {tls-port: no}           | broker.tls-port: `no` is not a port",
            "broker: {port: off, tls-port: off} | broker.port: the other ports are off too",
            "broker: {certificate: lamplighter.yml} | broker.certificate: this needs `broker.certificate-key` too",
            "broker: {certificate-key: lamplighter.yml} | broker.certificate-key: this needs `broker.certificate` too",
            "broker: {client-ca: gone.pem}    | broker.client-ca: the file ROOT/gone.pem does not exist",
            "broker: {names: [ok, 'not/ok']}  | broker.names: `ok, not/ok` is not host names and addresses",
            "broker: {names: [{a: b}]}        | broker.names: `{\"a\":\"b\"}` is not host names",
            "broker: {names: []}              | broker.names: ",
            "broker: {bind: 'a b'}            | broker.bind: `a b` is not an address",
            "broker: {anonymous: 1}           | broker.anonymous: `1` is not `true` or `false`"})
    void value_wrong_isOneProblemWithItsPlace(String yaml, String expected) throws IOException {
        folder.with("lamplighter.yml", yaml);
        assertThat(folder.problems()).singleElement().asString()
                .startsWith("lamplighter.yml:1 " + expected.replace("ROOT", root.toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:1", "http://127.8.8.8", "http://[::1]:8080", "https://api.lifx.com/",
            "http://lifx.localhost"})
    void cloudUrl_httpsOrLoopback_isGood(String url) {
        folder.with(Map.of("LAMPLIGHTER_CLOUD_URL", url));
        assertThat(folder.problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mqtt: {username: me, password: 8141592}", "cloud: {token: 8141592}",
            "cloud: {token: '8141592 '}", "mqtt: {url: 'mqtt://me:8141592@broker'}",
            "mqtt: {url: 'mqtt:/me:8141592@b'}",
            "mqtt: {username: me, password: [8141592]}", "mqtt:\n  username: me\n  password: *8141592",
            "mqtt:\n  username: me\n  password: !8141592", "mqtt:\n  username: me\n  password: '8141592",
            "mqtt: {username: me, pasword: 8141592}", "cloud: {token: \"8141592\", token-file: a}"})
    void secret_inWhateverMistake_isNeverShown(String yaml) throws IOException {
        folder.with("lamplighter.yml", yaml);
        assertThat(folder.problems()).singleElement().asString().doesNotContain("8141592")
                .startsWith("lamplighter.yml:");
    }

    @Test
    void password_givenAsNumber_isToldToUseQuotes() throws IOException {
        folder.with("lamplighter.yml", "mqtt:\n  username: me\n  password: 12345\n");
        assertThat(folder.problems())
                .containsExactly("lamplighter.yml:3 mqtt.password: this has to be text: put it in quotes");
    }

    @Test
    void secret_withItsTwinInOneSource_isAProblem() throws IOException {
        folder.with("secret", "x").with("lamplighter.yml", "cloud:\n  token: a\n  token-file: secret\n");
        assertThat(folder.problems())
                .containsExactly(
                        "lamplighter.yml:3 cloud.token-file: given together with `cloud.token`; keep one of the two");
    }

    @Test
    void secretFile_missingEmptyBinaryOrFolder_isNamed() throws IOException {
        folder.with("empty", "\n").with(Map.of("LAMPLIGHTER_MQTT_USERNAME", "me"));
        Files.write(folder.path("binary"), "\u00ff".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(passwordFile("gone")).isEqualTo("the file " + root + "/gone does not exist");
        assertThat(passwordFile("empty")).isEqualTo("the file " + root + "/empty is empty");
        assertThat(passwordFile("binary")).isEqualTo("the file " + root + "/binary is not UTF-8 text");
        assertThat(passwordFile(".")).isEqualTo("the file " + root + " is a folder, not a file");
    }

    private String passwordFile(String name) {
        folder.with(Map.of("LAMPLIGHTER_MQTT_PASSWORD_FILE", name));
        var line = folder.problems().getFirst();
        assertThat(line).startsWith("environment LAMPLIGHTER_MQTT_PASSWORD_FILE: ");
        return line.substring(line.indexOf(": ") + 2);
    }

    @Test
    void tokenFile_twoLines_isNotShown() throws IOException {
        folder.with("secret", "8141592\nabc\n").with(Map.of("LAMPLIGHTER_CLOUD_TOKEN_FILE", "secret"));
        assertThat(folder.problems()).singleElement().asString().contains(root + "/secret").doesNotContain("8141592");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', ignoreLeadingAndTrailingWhitespace = false, value = {
            "mqtt:\\n\\turl: x|lamplighter.yml:2: this is not YAML: column 1: a tab; indent with spaces",
            "mqtt:\\n  url: a: b|lamplighter.yml:2: this is not YAML: column 9: a `:` too many",
            "data: @home|lamplighter.yml:1: this is not YAML: column 7: a value that begins with `@` has to be in quotes",
            "data: 'open|lamplighter.yml:1: this is not YAML: column 12: look at",
            "- data|lamplighter.yml:1: settings are lines of `key: value`",
            "? [a]\\n: b|lamplighter.yml:1: a key is one word",
            "data: !mine x|lamplighter.yml:1 data: a value that begins with `!` has to be in quotes",
            "data: &a [*a]|lamplighter.yml:1 data: a list is not the path of a folder",
            "data: a\\ndata: b|lamplighter.yml:2 data: given twice; it stands already in lamplighter.yml:1",
            "broker: {port: 1}\\nbroker: {port: 2}|lamplighter.yml:2 broker: given twice"})
    void yaml_broken_isOneProblemWithLineAndColumn(String yaml, String expected) throws IOException {
        folder.with("lamplighter.yml", yaml.replace("\\n", "\n").replace("\\t", "\t"));
        assertThat(folder.problems()).singleElement().asString().startsWith(expected);
    }

    @Test
    void variable_unknown_isNamedWithWhatIsMeant() {
        folder.with(Map.of("LAMPLIGHTER_BROKER_PROT", "1", "LAMPLIGHTER_XYZ", "2"));
        assertThat(folder.problems()).containsExactly(
                "environment LAMPLIGHTER_BROKER_PROT: there is no such setting; did you mean `LAMPLIGHTER_BROKER_PORT`?",
                "environment LAMPLIGHTER_XYZ: there is no such setting; "
                        + "a name is a key of lamplighter.yml, such as LAMPLIGHTER_MQTT_URL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"LAMPLIGHTER_HOME", "LAMPLIGHTER_JAVA", "LAMPLIGHTER_JAVA_OPTS", "LAMPLIGHTER_PORT",
            "LAMPLIGHTER_SERVICE_HOST", "LAMPLIGHTER_SERVICE_PORT_MQTT", "LAMPLIGHTER_PORT_1883_TCP_ADDR",
            "LAMPLIGHTER_BROKER_SERVICE_PORT", "PATH"})
    void variable_ofTheLauncherOrContainerEngine_isLeftAlone(String name) {
        folder.with(Map.of(name, "x"));
        assertThat(folder.problems()).isEmpty();
    }
}
