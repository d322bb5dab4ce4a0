package dev.lamplighter.app;

import static dev.lamplighter.app.Home.DESK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lamplighter.broker.Broker;
import dev.lamplighter.broker.BrokerSettings;
import dev.lamplighter.broker.Storage;
import dev.lamplighter.light.Power;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** From words in a shell over a real broker, bridge and HTTPS to the lamp, and back to the shell. */
@Timeout(60)
final class ShellTest {
    private static final String SCENE = "3f0c1a52-7f0e-4b0b-9d5d-2f6a1f0b7c11";
    private static Broker broker;

    @TempDir
    private Path folder;
    private Home home;

    /** What a command did. */
    private record Said(int status, String out, String err) {}

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
    @ValueSource(strings = {"Desk Lamp", "label:Desk Lamp", "d073d5001337", "id:d073d5001337"})
    void set_changesTheLampAndSaysSo(String target) throws Exception {
        home.withBridge();
        assertThat(run("set", target, "off")).isEqualTo(new Said(0, "Desk Lamp: done\n", ""));
        assertThat(home.look().power()).isEqualTo(Power.OFF);
        assertThat(run("set", target, "50", "color.h=120", "color.s=100").status).isZero();
        assertThat(home.look().power()).isEqualTo(Power.ON);
        assertThat(home.look().color().degrees()).isBetween(119.9, 120.1);
        assertThat(run("set", target, "-10")).isEqualTo(new Said(0, "Desk Lamp: done\n", ""));
        assertThat(home.look().color().bright()).isBetween(0.399, 0.401);
    }

    @Test
    void line_forACommand_hasThatOneAlone_andAllForAnythingElse() {
        assertThat(Main.commandLine("set", "Desk Lamp", "-10").getSubcommands()).containsOnlyKeys("set");
        assertThat(Main.commandLine("nonsense").getSubcommands()).containsKeys("run", "bridge", "broker", "set");
    }

    @Test
    void set_ofAll_namesEachLight() throws Exception {
        home.withBridge();
        var said = run("set", "all", "on", "sparkle=1");
        assertThat(said.status).isZero();
        assertThat(said.out.lines()).contains("Desk Lamp: done").hasSizeGreaterThan(1);
        assertThat(said.err).isEqualTo("lamplighter: unknown keys ignored: sparkle\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"Nowhere; on; refused: there is no light 'label:Nowhere'",
            "all; brightness=300; refused: brightness: takes a number from 0 to 255, not 300"})
    void set_thatIsRefused_saysWhy(String target, String word, String why) throws Exception {
        home.withBridge();
        assertThat(run("set", target, word)).isEqualTo(new Said(1, "", "lamplighter: " + why + "\n"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"set; TARGET", "set all; WORD", "set all brigth; 'brigth' is neither on",
            "set id:desk on; is not a LIFX serial", "lights --jsno; --jsno"})
    void usage_thatIsWrong_isSaidInOneLine(String words, String why) {
        var err = new StringWriter();
        assertThat(Main.commandLine().setErr(new PrintWriter(err, true)).execute(words.split(" "))).isEqualTo(2);
        assertThat(err.toString().lines()).singleElement().asString().startsWith("lamplighter: ").contains(why);
    }

    @Test
    void lights_areListed() throws Exception {
        home.withBridge().user().next(home.desk("state"));
        var table = run("lights");
        assertThat(table.status).isZero();
        assertThat(table.out.lines().toList().getFirst()).startsWith("LIGHT");
        assertThat(table.out.lines().filter(line -> line.contains(DESK.serial()))).singleElement().asString()
                .startsWith("Desk Lamp  ").doesNotContain("unknown");
        var json = new JsonMapper().readTree(run("lights", "--json").out);
        assertThat(json.valueStream().filter(light -> light.path("id").asString("").equals(DESK.serial())))
                .singleElement().satisfies(light -> assertThat(light.path("state").path("source").asString(""))
                        .isEqualTo("observed"));
    }

    @Test
    void scenes_areListedAndActivatedByName() throws Exception {
        var user = home.withBridge().user();
        user.next(home.base + "/bridge/scenes");
        assertThat(run("scenes").out.lines()).hasSize(3).contains("Evening  3       " + SCENE);
        assertThat(run("scenes", "--json").out).contains("\"id\":\"" + SCENE + "\"");
        var said = run("set", "scene:Evening", "on", "transition=0");
        assertThat(said.err).isEmpty();
        assertThat(said.out.lines()).containsExactlyInAnyOrder("Desk Lamp: done", "Bedside: done", "Candle: done");
        assertThat(home.look().color().bright()).isBetween(0.349, 0.351);
        assertFailed(run("set", "scene:Morning", "on"), "there is no scene 'Morning'; there are ");
        assertFailed(run("set", "scene_id:" + SCENE, "off"), "refused: state: is ON or left out");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', value = {
            "Desk Lamp; effect=breathe color=red; /effects/breathe; \"color\":\"hue:0",
            "Desk Lamp; flash=2; /effects/pulse; \"cycles\":4", "Shelf Strip; effect=move; /effects/move; \"period\":1",
            "Candle; effect.name=morph effect.palette=[\"red\",\"blue\"]; /effects/morph; \"palette\":[",
            "Candle; effect=flame; /effects/flame; \"period\":5", "Candle; effect=clouds; /effects/clouds; {",
            "Desk Lamp; effect=off; /effects/off; \"power_off\":false", "Mirror; clean=60; /clean; \"duration\":60",
            "Desk Lamp; cycle=[{\"brightness\":255},{\"brightness\":51}]; /cycle; \"states\":[",
            "Shelf Strip; zones=0-1 color=blue; /lights/; hue:250"})
    void set_ofEachCapability_reachesTheCloudAsLifxWantsIt(String target, String words, String path, String body)
            throws Exception {
        home.withBridge();
        var said = run(Stream.concat(Stream.of("set", target), Stream.of(words.split(" "))).toArray(String[]::new));
        assertThat(said).isEqualTo(new Said(0, target + ": done\n", ""));
        assertThat(home.cloud.log().all()).anySatisfy(request -> {
            assertThat(request.path()).contains(path);
            assertThat(request.body()).contains(body);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"Desk Lamp; effect=move", "Desk Lamp; clean=60", "Shelf Strip; effect=flame"})
    void set_whatTheProductCannotDo_isRefused(String target, String word) throws Exception {
        home.withBridge();
        var said = run("set", target, word);
        assertThat(said.status).isOne();
        assertThat(said.err).startsWith("lamplighter: refused: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"lights", "scenes", "set all on"})
    void command_whereNoBridgeEverWas_saysSo(String words) throws Exception {
        assertFailed(run(words.split(" ")), "there has never been a bridge at mqtt://127.0.0.1:" + broker.port());
    }

    @Test
    void command_whereTheBridgeIsOffline_saysSo() throws Exception {
        home.withBridge();
        home.close();
        assertFailed(run("lights"), "is offline");
    }

    @Test
    void command_whereNoBrokerIs_saysSo() throws Exception {
        int port;
        try (var probe = new ServerSocket(0)) {
            port = probe.getLocalPort();
        }
        assertFailed(at("mqtt://127.0.0.1:" + port, "", "set", "all", "on"),
                "no way to the bridge: cannot reach 127.0.0.1:" + port);
    }

    @Test
    void command_whomTheBrokerRefuses_saysSo() throws Exception {
        try (var closed = new Broker(
                new BrokerSettings("127.0.0.1", 0, folder.resolve("closed"),
                        Storage.MEMORY, false, List.of()),
                InstantSource.system())) {
            closed.start();
            assertFailed(at("mqtt://127.0.0.1:" + closed.port(), "  username: eve\n  password: secret\n", "lights"),
                    "the broker refused user 'eve'");
        }
    }

    private static void assertFailed(Said said, String why) {
        assertThat(said.status).isOne();
        assertThat(said.out).isEmpty();
        assertThat(said.err.lines()).singleElement().asString().startsWith("lamplighter: ").contains(why)
                .doesNotContain("secret", "Exception");
    }

    private Said run(String... words) throws Exception {
        return at("mqtt://127.0.0.1:" + broker.port(), "", words);
    }

    private Said at(String url, String login, String... words) throws Exception {
        var settings = folder.resolve("lamplighter.yml");
        Files.writeString(settings, "mqtt:\n  url: " + url + "\n  base-topic: " + home.base + "\n" + login);
        var out = new StringWriter();
        var err = new StringWriter();
        var line = new ArrayList<>(List.of(words));
        line.add(1, "--config=" + settings);
        var status = Main.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true))
                .execute(line.toArray(String[]::new));
        return new Said(status, out.toString(), err.toString());
    }
}
