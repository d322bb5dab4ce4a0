package dev.lamplighter.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamplighter.light.Secret;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

final class KitFolderTest {
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private Path temporary;

    @Test
    void folder_overTls_holdsWhatFirmwareReads() throws Exception {
        var folder = written(Kits.tls("secret-1"));
        assertThat(JSON.readTree(text("config.json"))).isEqualTo(JSON.readTree(
                """
                        {"name": "hall", "wifi": {"ssid": "", "password": ""},
                         "mqtt": {"host": "192.168.1.5", "port": 8883, "tls": true, "ca": "ca.der", "username": "hall", "password": "secret-1"},
                         "topics": {"base": "lifx", "boards": "boards"}}"""));
        assertThat(text("ca.pem")).isEqualTo(Kits.PEM);
        assertThat(Files.readAllBytes(folder.path().resolve("ca.der"))).isEqualTo(Kits.DER);
        assertThat(text("README.md").lines()).hasSize(3);
        assertThat(text("secrets.h")).contains("constexpr char MQTT_HOST[] = \"192.168.1.5\";\n",
                "constexpr uint16_t MQTT_PORT = 8883;\n", "constexpr bool MQTT_TLS = true;\n",
                "constexpr char MQTT_USERNAME[] = \"hall\";\n", "constexpr char MQTT_PASSWORD[] = \"secret-1\";\n",
                "constexpr char MQTT_CA[] = R\"PEM(" + Kits.PEM + ")PEM\";\n");
        assertThat(folder.read()).contains(new KitFolder.Content(new Endpoint("192.168.1.5", 8883, true), "hall",
                new Secret("secret-1")));
    }

    @Test
    void folder_withoutTls_holdsNoAuthority() throws Exception {
        written(Kits.tls("old"));
        written(Kits.lan("new"));
        var mqtt = JSON.readTree(text("config.json")).path("mqtt");
        assertThat(mqtt.has("ca")).isFalse();
        assertThat(mqtt.path("tls").booleanValue()).isFalse();
        assertThat(temporary.resolve("boards/hall")).isDirectoryNotContaining("glob:**ca.*");
        assertThat(text("secrets.h")).contains("MQTT_CA[] = R\"PEM()PEM\";");
    }

    @Test
    void folderAndFiles_areTheirOwnersAlone() throws Exception {
        var folder = written(Kits.tls("secret"));
        assertThat(rights(folder.path())).isEqualTo("rwx------");
        try (var files = Files.list(folder.path())) {
            assertThat(files.toList()).hasSize(5).allSatisfy(file -> assertThat(rights(file)).isEqualTo("rw-------"));
        }
    }

    @Test
    void secondWrite_keepsWhatItsUserPutIn() throws Exception {
        var folder = written(Kits.tls("old"));
        replace("config.json", "\"ssid\" : \"\"", "\"ssid\" : \"Zuhause 😀\"");
        replace("config.json", "\"name\" : \"hall\",",
                "\"name\" : \"hall\", \"buttons\": [{\"pin\": 9, \"do\": {\"single\": {\"to\": \"all\"}}}],");
        replace("secrets.h", "WIFI_SSID[] = \"\";", "WIFI_SSID[] = \"Zuhause\"; // ours");
        written(Kits.tls("new"));
        var config = JSON.readTree(text("config.json"));
        assertThat(config.path("wifi").path("ssid").asString()).isEqualTo("Zuhause 😀");
        assertThat(text("config.json")).contains("Zuhause 😀").doesNotContain("\\u");
        assertThat(config.path("buttons").path(0).path("pin").intValue()).isEqualTo(9);
        assertThat(text("secrets.h")).contains("WIFI_SSID[] = \"Zuhause\"; // ours\n", "MQTT_PASSWORD[] = \"new\";")
                .doesNotContain("old");
        assertThat(folder.read().orElseThrow().password()).isEqualTo(new Secret("new"));
    }

    @Test
    void wifi_thatIsGiven_replacesWhatWasThere() throws Exception {
        written(Kits.wifi("one", "1"));
        written(Kits.wifi("tw\"o", "back\\slash"));
        assertThat(JSON.readTree(text("config.json")).path("wifi"))
                .isEqualTo(JSON.readTree("{\"ssid\": \"tw\\\"o\", \"password\": \"back\\\\slash\"}"));
        assertThat(text("secrets.h")).contains("WIFI_SSID[] = \"tw\\\"o\";\n",
                "WIFI_PASSWORD[] = \"back\\\\slash\";\n");
    }

    @Test
    void authority_thatIsNotOursToGive_isTheOneInTheFolder() throws Exception {
        var kit = Kits.of(new Endpoint("lamps.example", 8883, true), "x", Optional.empty(), Kit.Wifi.UNKNOWN);
        var folder = written(kit);
        Files.writeString(folder.path().resolve("ca.pem"), Kits.PEM);
        written(kit);
        assertThat(text("ca.pem")).isEqualTo(Kits.PEM);
        assertThat(text("secrets.h")).contains(Kits.PEM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{\"mqtt\": 1}", "{\"mqtt\": {\"host\": \"x\"}}",
            "{\"mqtt\":{\"host\":\"\",\"port\":1,\"tls\":true,\"username\":\"u\",\"password\":\"p\"}}",
            "{\"mqtt\":{\"host\":\"h\",\"port\":65536,\"tls\":true,\"username\":\"u\",\"password\":\"p\"}}",
            "{\"mqtt\":{\"host\":\"h\",\"port\":\"1\",\"tls\":true,\"username\":\"u\",\"password\":\"p\"}}"})
    void config_thatIsDamaged_saysNothingAndIsMadeAnew(String text) throws Exception {
        var folder = written(Kits.tls("old"));
        Files.writeString(folder.path().resolve("config.json"), text);
        assertThat(folder.read()).isEmpty();
        written(Kits.tls("new"));
        assertThat(folder.read().orElseThrow().password()).isEqualTo(new Secret("new"));
    }

    @Test
    void authority_isComparedByteByByte() throws Exception {
        var folder = written(Kits.tls("x"));
        var file = temporary.resolve("authority.der");
        Files.write(file, Kits.DER);
        assertThat(folder.trusts(file)).isTrue();
        Files.write(file, new byte[]{1, 2});
        assertThat(folder.trusts(file)).isFalse();
        assertThat(folder.trusts(temporary.resolve("none"))).isFalse();
    }

    @Test
    void removal_leavesWhatIsNotOurs() throws Exception {
        var folder = written(Kits.tls("x"));
        var main = Files.writeString(folder.path().resolve("main.py"), "print()");
        assertThat(folder.remove()).isFalse();
        assertThat(folder.path().toFile().list()).containsExactly("main.py");
        Files.delete(main);
        assertThat(folder.remove()).isTrue();
        assertThat(folder.exists()).isFalse();
    }

    @Test
    void kit_printed_showsNoPassword() {
        assertThat(Kits.tls("secret-1").toString()).doesNotContain("secret-1");
        assertThat(Kits.tls("secret-1").essentials().toString()).doesNotContain("secret-1");
        assertThat(Kits.tls("secret-1").essentials().reveal()).isEqualTo("mqtts://hall:secret-1@192.168.1.5:8883");
        assertThat(Kits.wifi("a", "b").broker().url()).isEqualTo("mqtts://[fd00::5]:8883");
    }

    private KitFolder written(Kit kit) throws Exception {
        var folder = new KitFolder(temporary.resolve("boards").resolve("hall"));
        folder.write(kit);
        return folder;
    }

    private String text(String name) throws Exception {
        return Files.readString(temporary.resolve("boards/hall").resolve(name));
    }

    private void replace(String name, String old, String fresh) throws Exception {
        assertThat(text(name)).contains(old);
        Files.writeString(temporary.resolve("boards/hall").resolve(name), text(name).replace(old, fresh));
    }

    private static String rights(Path path) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
