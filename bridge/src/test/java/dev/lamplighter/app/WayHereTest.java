package dev.lamplighter.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lamplighter.config.Loaded;
import dev.lamplighter.config.Settings;
import dev.lamplighter.config.SettingsLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How another process of this machine finds the embedded broker. */
class WayHereTest {
    @TempDir
    private Path folder;

    @Test
    void way_withAPlainPort_isPlain() throws Exception {
        var mqtt = Logins.here(settings("bind: 0.0.0.0"));
        assertThat(mqtt.url()).hasToString("mqtt://127.0.0.1:1883");
        assertThat(mqtt.tls().ca()).isEmpty();
    }

    @Test
    void way_withoutAPlainPort_isOverTlsByOurAuthority() throws Exception {
        var mqtt = Logins.here(settings("bind: '::'\n  port: off\n  tls-port: 8889"));
        assertThat(mqtt.url()).hasToString("mqtts://127.0.0.1:8889");
        assertThat(mqtt.tls().ca()).contains(folder.resolve("data/ca/ca.pem"));
    }

    @Test
    void way_withoutAPlainPortAndACertificateOfTheUsers_hasToBeTold() throws Exception {
        Files.writeString(folder.resolve("x.pem"), "x");
        var settings = settings("port: off\n  certificate: x.pem\n  certificate-key: x.pem");
        assertThatExceptionOfType(CannotStart.class).isThrownBy(() -> Logins.here(settings))
                .withMessageStartingWith("broker.port is off: set mqtt.url").matches(wrong -> wrong.status() == 2);
    }

    private Settings settings(String broker) throws IOException {
        Files.writeString(folder.resolve("lamplighter.yml"), "broker:\n  " + broker + "\n");
        var loaded = new SettingsLoader(Map.of(), folder, List.of(Path.of("lamplighter.yml"))).load(Optional.empty());
        return switch (loaded) {
            case Loaded.Good good -> good.settings();
            case Loaded.Bad(var problems) -> throw new AssertionError(problems.toString());
        };
    }
}
