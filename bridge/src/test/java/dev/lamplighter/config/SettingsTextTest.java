package dev.lamplighter.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTextTest {
    @TempDir
    Path root;
    private Folder folder;

    @BeforeEach
    void open() {
        folder = new Folder(root);
    }

    @Test
    void print_allThreeSources_saysWhereEachValueComesFrom() throws IOException {
        folder.with("lamplighter.yml", "mqtt:\n  username: 'true'\n  password: hush\ndata: /d\n")
                .with(Map.of("LIFX_TOKEN", "hushhush", "LAMPLIGHTER_BROKER_PORT", "0"));
        assertThat(SettingsText.print(folder.good())).isEqualTo("""
                # lamplighter.yml, 2 from the environment
                mqtt:
                  # url: not set
                  username: "true"  # lamplighter.yml:2
                  password: (hidden)  # lamplighter.yml:3
                  # password-file: not set
                  # ca: not set
                  # client-certificate: not set
                  # client-key: not set
                  client-id: lamplighter-bridge  # default
                  base-topic: lifx  # default
                  boards-topic: boards  # default
                cloud:
                  token: (hidden)  # environment LIFX_TOKEN
                  # token-file: not set
                  url: https://api.lifx.com  # default
                  # ca: not set
                  poll: 10s  # default
                lan:
                  enabled: true  # default
                  port: 56700  # default
                  # broadcast: not set
                  # addresses: not set
                commands:
                  time-to-live: 30s  # default
                  prefer: lan  # default
                homeassistant:
                  discovery: device  # default
                  prefix: homeassistant  # default
                broker:
                  bind: "0.0.0.0"  # default
                  port: 0  # environment LAMPLIGHTER_BROKER_PORT
                  tls-port: 8883  # default
                  websocket-port: off  # default
                  # certificate: not set
                  # certificate-key: not set
                  # client-ca: not set
                  # names: not set
                  data: ROOT/data/broker  # default
                  anonymous: false  # default
                web:
                  bind: "127.0.0.1"  # default
                  port: 8080  # default
                  # password: not set
                  # password-file: not set
                  # hosts: not set
                log:
                  format: text  # default
                  level: info  # default
                data: /d  # lamplighter.yml:4
                """.replace("ROOT", root.toString()));
    }

    @Test
    void print_readAgain_givesTheSameSettings() throws IOException {
        folder.with(Map.of("LAMPLIGHTER_DATA", "a \"folder\": #1", "LAMPLIGHTER_MQTT_CLIENT_ID", "0x1F",
                "LAMPLIGHTER_MQTT_BASE_TOPIC", "Null", "LAMPLIGHTER_BROKER_NAMES", "a.example, 10.0.0.9",
                "LAMPLIGHTER_MQTT_URL", "ws://[::1]:80/mqtt"));
        var first = folder.good();
        var again = new Folder(root).with("lamplighter.yml", SettingsText.print(first));
        assertThat(again.settings()).isEqualTo(first.settings());
    }

    @Test
    void check_good_saysWhatWasRead() throws IOException {
        assertThat(SettingsText.check(folder.load())).isEqualTo("settings are good (no settings file)");
        folder.with("lamplighter.yml", "data: x");
        assertThat(SettingsText.check(folder.load())).isEqualTo("settings are good (lamplighter.yml)");
    }

    @Test
    void check_bad_givesOneLinePerProblem() throws IOException {
        folder.with("lamplighter.yml", "dta: \"two\\nlines\"\ncloud:\n  pol: 1\n");
        assertThat(SettingsText.check(folder.load()))
                .isEqualTo("lamplighter.yml:1 dta: there is no such setting; did you mean `data`?\n"
                        + "lamplighter.yml:3 cloud.pol: there is no such setting; did you mean `poll`?");
    }
}
