package dev.lamplighter.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamplighter.app.BoardShell.Said;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Boards from a shell, where no broker runs. */
@Timeout(60)
final class BoardCommandTest {
    private BoardShell shell;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        shell = new BoardShell(folder);
    }

    @Test
    void add_makesAUserAndAFolder() throws Exception {
        var said = shell.board("add", "hall", "--may", "label:Desk Lamp", "--may=light:D073D5001337");
        assertThat(said.status()).as(said.err()).isZero();
        assertThat(said.out()).contains(shell.files("hall").toString(),
                "mqtts://127.0.0.1:" + shell.tls + ", user hall", "label:Desk%20Lamp light:d073d5001337")
                .doesNotContain("█", shell.password("hall"));
        assertThat(said.err()).contains("127.0.0.1 is this machine alone").doesNotContain(shell.password("hall"));
        assertThat(shell.users()).singleElement().asString().startsWith("hall:board:$argon2id$")
                .endsWith(":label:Desk%20Lamp light:d073d5001337").doesNotContain(shell.password("hall"));
        assertThat(shell.password("hall")).matches("[A-Za-z0-9_-]{24}");
        assertThat(shell.files("hall").resolve("ca.der"))
                .hasSameBinaryContentAs(shell.data().resolve("ca").resolve("ca.der"));
        assertThat(shell.files("hall").resolve("ca.pem"))
                .hasSameTextualContentAs(shell.data().resolve("ca").resolve("ca.pem"));
    }

    @Test
    void add_withoutGrants_saysWhatFollows() {
        assertThat(shell.board("add", "hall").out()).contains("may command  nothing:", "bindings", "docs/boards.md");
    }

    @Test
    void add_forTheLan_needsNoAuthority() throws Exception {
        assertThat(shell.board("add", "hall", "--lan", "--host", "lamps.local").status()).isZero();
        assertThat(shell.config("hall").path("mqtt").path("port").intValue()).isEqualTo(shell.plain);
        assertThat(shell.config("hall").path("mqtt").path("host").asString()).isEqualTo("lamps.local");
        assertThat(shell.data().resolve("ca")).doesNotExist();
    }

    @Test
    void add_ofAKnownBoard_refusesAndPointsToRotate() throws Exception {
        shell.board("add", "hall");
        assertRefused(1, "board rotate hall", "add", "hall", "--may=all");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "../hall", "küche", "hall:admin", "123456789012345678901234567890123", "bridge",
            "home", "demo", "me"})
    void add_ofANameThatIsNoneOfABoards_refuses(String name) throws Exception {
        Files.writeString(shell.settingsFile(), Files.readString(shell.settingsFile())
                + "mqtt:\n  username: me\n  password: secret\n");
        assertRefused(2, "name", "add", name);
    }

    @Test
    void add_ofAnotherUser_refuses() throws Exception {
        shell.board("add", "hall");
        var users = shell.data().resolve("users");
        Files.writeString(users, Files.readString(users).replace("hall:board", "panel:reader"));
        assertRefused(1, "'panel' is a user already, with the role reader", "add", "panel");
        assertRefused(1, "there is no board 'panel'", "rotate", "panel");
        assertRefused(1, "there is no board 'panel'", "remove", "panel");
    }

    @ParameterizedTest
    @ValueSource(strings = {"light:desk", "light:", "lamp:Desk", "Desk Lamp", "label:%zz", "scene:Evening", "ALL", ""})
    void add_ofSomethingThatCannotBeGranted_refuses(String what) throws Exception {
        assertRefused(2, "--may: ", "add", "hall", "--may=all", "--may", what);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"tls-port: off; --tls; broker.tls-port is off",
            "tls-port: off; --host=127.0.0.1; broker.tls-port is off", "port: off; --lan; broker.port is off",
            "port: 0; --lan; broker.port is 0", "tls-port: 0; --tls; broker.tls-port is 0",
            "anonymous: false; --tls --lan; exclude", "anonymous: false; --host=lamps.example; broker.names",
            "anonymous: false; --lan --host=1.2.3.4:1883; neither a name nor an address",
            "anonymous: false; --wifi-password-file=x; needs --wifi-ssid",
            "anonymous: false; --wifi-ssid=x --wifi-password-file=nowhere; nowhere does not exist"})
    void add_byAWayThatIsNone_refuses(String setting, String words, String why) throws Exception {
        shell.settings("broker:\n  " + setting + "\n");
        assertRefused(2, why, Stream.concat(Stream.of("add", "hall"), Stream.of(words.split(" ")))
                .toArray(String[]::new));
    }

    @Test
    void add_forAnotherBroker_refuses() throws Exception {
        shell.settings("mqtt:\n  url: mqtt://broker.example\n");
        assertRefused(2, "docs/brokers.md", "add", "hall");
        assertRefused(2, "docs/brokers.md", "list");
    }

    @Test
    void add_underANameOfTheCertificate_isTaken() throws Exception {
        shell.settings("broker:\n  names: [lamps.example]\n");
        assertThat(shell.board("add", "hall").status()).isZero();
        assertThat(shell.config("hall").path("mqtt").path("host").asString()).isEqualTo("lamps.example");
        assertThat(shell.config("hall").path("mqtt").path("port").intValue()).isEqualTo(8883);
        assertThat(shell.board("add", "attic", "--host=localhost").err()).contains("localhost is this machine alone");
    }

    @Test
    void add_whereFilesCannotBe_makesNoUser() throws Exception {
        Files.createDirectories(shell.data());
        Files.writeString(shell.data().resolve("boards"), "in the way");
        assertRefused(1, "boards is a file, not a folder", "add", "hall", "--lan");
    }

    @Test
    void add_besideDamagedUsers_changesNothing() throws Exception {
        shell.board("add", "hall");
        Files.writeString(shell.data().resolve("users"), "hall:king:x\n");
        assertRefused(1, "line 1: there is no role 'king'", "add", "attic");
        assertRefused(1, "line 1: there is no role 'king'", "rotate", "hall");
        assertRefused(1, "line 1: there is no role 'king'", "list");
    }

    @Test
    void wifi_thatIsGiven_isInTheFiles() throws Exception {
        var file = Files.writeString(shell.folder.resolve("wifi"), "odd \"pass\\word\n");
        shell.board("add", "hall", "--wifi-ssid=Home", "--wifi-password-file=" + file);
        assertThat(shell.config("hall").path("wifi").path("password").asString()).isEqualTo("odd \"pass\\word");
    }

    @Test
    void qrCode_isDrawnWhereAskedFor() {
        var said = shell.board("add", "hall", "--qr");
        assertThat(said.out().lines().filter(line -> line.contains("█"))).hasSizeGreaterThan(15);
        assertThat(shell.board("rotate", "hall", "--no-qr").out()).doesNotContain("█");
    }

    @Test
    void rotate_changesThePasswordAndNothingElse() throws Exception {
        shell.board("add", "hall", "--lan", "--host=lamps.local", "--may=all", "--wifi-ssid=Home");
        var before = shell.config("hall");
        var user = shell.users().getFirst();
        assertThat(shell.board("rotate", "hall").status()).isZero();
        assertThat(shell.password("hall")).isNotEqualTo(before.path("mqtt").path("password").asString());
        assertThat(shell.config("hall").toString().replaceAll("\"password\":\"[^\"]*\"", "")).isEqualTo(
                before.toString().replaceAll("\"password\":\"[^\"]*\"", ""));
        assertThat(shell.users()).singleElement().asString().startsWith("hall:board:").endsWith(":all")
                .isNotEqualTo(user);
        assertThat(shell.board("show", "hall").out()).contains("user and folder agree");
    }

    @Test
    void rotate_toTls_takesTheAuthorityAlong() throws Exception {
        shell.board("add", "hall", "--lan");
        assertThat(shell.board("rotate", "hall", "--tls").status()).isZero();
        assertThat(shell.config("hall").path("mqtt").path("ca").asString()).isEqualTo("ca.der");
        assertThat(shell.config("hall").path("mqtt").path("port").intValue()).isEqualTo(shell.tls);
        assertThat(shell.files("hall").resolve("ca.der")).exists();
    }

    @Test
    void remove_takesUserAndFolder() throws Exception {
        shell.board("add", "hall");
        shell.board("add", "attic");
        assertThat(shell.board("remove", "hall")).isEqualTo(new Said(0, "Board hall is removed\n", ""));
        assertThat(shell.users()).singleElement().asString().startsWith("attic:");
        assertThat(shell.files("hall")).doesNotExist();
        assertRefused(1, "there is no board 'hall'", "remove", "hall");
        assertRefused(1, "there is no board '../boards'", "remove", "../boards");
        assertRefused(1, "there is no board 'hall'", "show", "hall");
    }

    @Test
    void remove_leavesWhatIsTheUsers() throws Exception {
        shell.board("add", "hall");
        Files.writeString(shell.files("hall").resolve("main.py"), "print()");
        var said = shell.board("remove", "hall");
        assertThat(said.status()).isZero();
        assertThat(said.err()).contains("stays in " + shell.files("hall"));
        assertThat(shell.files("hall").toFile().list()).containsExactly("main.py");
    }

    @Test
    void board_withoutAFolder_isToldAndMended() throws Exception {
        shell.board("add", "hall");
        shell.board("add", "attic");
        for (var file : shell.files("hall").toFile().listFiles()) {
            Files.delete(file.toPath());
        }
        assertThat(shell.board("show", "hall").out()).contains("config.json is missing", "board rotate hall");
        Files.delete(shell.files("hall"));
        assertThat(shell.board("show", "hall").out()).contains("no folder", "board rotate hall");
        assertThat(shell.board("rotate", "hall").status()).isZero();
        assertThat(shell.board("show", "hall").out()).contains("user and folder agree");
    }

    @Test
    void folder_withoutAUser_isToldAndCleared() throws Exception {
        shell.board("add", "hall");
        Files.delete(shell.data().resolve("users"));
        assertThat(shell.board("list").out()).contains("no user", "board remove hall");
        assertRefused(1, "board remove hall", "add", "hall");
        assertThat(shell.board("remove", "hall").status()).isZero();
        assertThat(shell.board("add", "hall").status()).isZero();
    }

    @Test
    void folder_thatDoesNotOpenTheBroker_isTold() throws Exception {
        shell.board("add", "hall");
        var config = shell.files("hall").resolve("config.json");
        Files.writeString(config, Files.readString(config).replace(shell.password("hall"), "guess"));
        Files.write(shell.files("hall").resolve("ca.der"), new byte[]{1});
        assertThat(shell.board("show", "hall").out().lines().filter(line -> line.startsWith("trouble"))).hasSize(2)
                .anyMatch(line -> line.contains("login")).anyMatch(line -> line.contains("ca.der"))
                .noneMatch(line -> line.contains("guess"));
    }

    @Test
    void list_tellsAllBoardsInATableAndAsJson() throws Exception {
        assertThat(shell.board("list").out()).startsWith("no boards yet");
        assertThat(shell.board("list", "--json").out()).isEqualTo("[]\n");
        shell.board("add", "hall", "--may=label:Desk Lamp");
        shell.board("add", "attic", "--lan");
        assertThat(shell.board("list").out().lines()).containsExactly(
                "BOARD  MAY COMMAND        BROKER                   TROUBLE",
                "attic  nothing            mqtt://127.0.0.1:" + shell.plain,
                "hall   label:Desk%20Lamp  mqtts://127.0.0.1:" + shell.tls);
        var json = new JsonMapper().readTree(shell.board("list", "--json").out());
        assertThat(json.path(1).path("name").asString()).isEqualTo("hall");
        assertThat(json.path(1)).isEqualTo(new JsonMapper().readTree(shell.board("show", "hall", "--json").out()));
        assertThat(json.path(1).path("may").path(0).asString()).isEqualTo("label:Desk%20Lamp");
        assertThat(json.path(1).path("troubles").isEmpty()).isTrue();
        assertThat(json.toString() + shell.board("show", "hall").out()).doesNotContain(shell.password("hall"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"add; NAME", "add hall --mya=all; --mya", "show; NAME", "list hall; hall"})
    void usage_thatIsWrong_isSaidInOneLine(String words, String why) throws Exception {
        assertRefused(2, why, words.split(" "));
    }

    /** One line, and nothing is other than before. */
    private void assertRefused(int status, String why, String... words) throws Exception {
        var before = shell.everything();
        var said = shell.board(words[0], Stream.of(words).skip(1).toArray(String[]::new));
        assertThat(said.err().lines()).singleElement().asString().startsWith("lamplighter: ").contains(why)
                .doesNotContain("Exception");
        assertThat(said.status()).isEqualTo(status);
        assertThat(said.out()).isEmpty();
        assertThat(shell.everything()).isEqualTo(before);
    }
}
