package dev.lamplighter.simulator.bulbs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamplighter.light.LightId;
import dev.lamplighter.light.Power;
import dev.lamplighter.simulator.Household;
import dev.lamplighter.simulator.Hsbk;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What bulbs of each shape understand beside colour and power. */
final class ShapesTest {
    private static final Instant START = Instant.parse("2026-11-28T10:00:00Z");
    private static final String RED = "0000ffffffffac0d";
    private static final String BLUE = "abaaffffffffac0d";
    private static final Hsbk RED_SHOWN = new Hsbk(0, 65_535, 65_535, 3500);
    private static final Hsbk BLUE_SHOWN = new Hsbk(0xaaab, 65_535, 65_535, 3500);
    private static final int QUIET = 300;

    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final Household household = Household.ofAllShapes();
    private Bulbs bulbs;
    private Caller caller;

    @BeforeEach
    void open() throws IOException {
        bulbs = Bulbs.start(BulbSettings.STANDARD, household, now::get, new Random(1));
        caller = new Caller();
    }

    @AfterEach
    void close() {
        caller.close();
        bulbs.close();
    }

    @ParameterizedTest
    @CsvSource({"Hall Light,0:0:65535:2700", "Bedside,0:0:65535:6500", "Desk Lamp,21845:65535:65535:9000",
            "Candle,21845:65535:65535:9000"})
    void color_isShownAsFarAsTheProductCan(String label, String shown) throws IOException {
        say(label, 102, 2, "005555ffffffff282300000000");
        var color = household.light(label).look().color();
        assertThat(color.hue() + ":" + color.saturation() + ":" + color.brightness() + ":" + color.kelvin())
                .isEqualTo(shown);
    }

    @Test
    void infrared_isOnThoseThatHaveIt() throws IOException {
        assertThat(say("Porch", 122, 3, "0080")).containsExactly("45:", "121:0000");
        assertThat(say("Porch", 120, 0, "")).containsExactly("121:0080");
        assertThat(household.light("Porch").look().infrared()).isEqualTo(0x8000);
        assertThat(say("Desk Lamp", 120, 3, "")).isEmpty();
    }

    @Test
    void cleaning_runsItsTime_andSaysHowItEnded() throws IOException {
        assertThat(say("Mirror", 148, 0, "")).containsExactly("149:ff");
        say("Mirror", 143, 2, "01201c0000");
        now.set(START.plusSeconds(200));
        assertThat(say("Mirror", 142, 0, "")).containsExactly("144:201c0000581b000001");
        assertThat(household.light("Mirror").course().cleaning()).isPresent();
        now.set(START.plusSeconds(7200));
        assertThat(say("Mirror", 142, 0, "")).containsExactly("144:000000000000000001");
        assertThat(say("Mirror", 148, 0, "")).containsExactly("149:00");
    }

    @Test
    void cleaning_thatIsStopped_saysByWhom() throws IOException {
        say("Mirror", 146, 2, "013c000000");
        assertThat(say("Mirror", 145, 0, "")).containsExactly("147:013c000000");
        say("Mirror", 143, 2, "0100000000");
        assertThat(say("Mirror", 142, 0, "")).containsExactly("144:3c0000003c00000001");
        say("Mirror", 143, 2, "0000000000");
        assertThat(say("Mirror", 148, 0, "")).containsExactly("149:04");
    }

    @ParameterizedTest
    @CsvSource({"Old Strip", "Shelf Strip"})
    void zones_ofAStrip_areToldInEights(String strip) throws IOException {
        say(strip, 501, 2, "0407" + RED + "0000000001");
        var told = say(strip, 502, 0, "00ff");
        assertThat(told).hasSize(2);
        assertThat(told.getFirst()).startsWith("506:1000").endsWith(RED.repeat(4));
        assertThat(told.getLast()).startsWith("506:1008");
        assertThat(say(strip, 502, 0, "0707")).containsExactly("503:1007" + RED);
        assertThat(household.light(strip).look().zones().subList(3, 9)).containsExactly(white(), RED_SHOWN, RED_SHOWN,
                RED_SHOWN, RED_SHOWN, white());
    }

    @Test
    void zones_thatWait_areShownTogether() throws IOException {
        say("Old Strip", 501, 2, "0000" + RED + "0000000000");
        assertThat(zones("Old Strip")).containsOnly(white());
        say("Old Strip", 501, 2, "0101" + BLUE + "0000000001");
        assertThat(zones("Old Strip").subList(0, 3)).containsExactly(RED_SHOWN, BLUE_SHOWN, white());
        say("Old Strip", 501, 2, "0202" + RED + "0000000000");
        say("Old Strip", 501, 2, "0303" + RED + "0000000002");
        assertThat(zones("Old Strip").subList(2, 4)).containsExactly(RED_SHOWN, white());
    }

    @Test
    void extendedZones_areUnderstoodByNewFirmwareOnly() throws IOException {
        var payload = "0000000001" + "0200" + "02" + RED + BLUE + "00".repeat(8 * 80);
        assertThat(say("Old Strip", 510, 3, payload)).isEmpty();
        assertThat(say("Old Strip", 511, 1, "")).isEmpty();
        assertThat(say("Shelf Strip", 510, 2, payload)).containsExactly("45:");
        assertThat(zones("Shelf Strip").subList(1, 5)).containsExactly(white(), RED_SHOWN, BLUE_SHOWN, white());
        assertThat(say("Shelf Strip", 511, 0, "")).singleElement().asString().startsWith("512:1000000010")
                .contains(RED + BLUE);
    }

    @Test
    void extendedZones_aboveEightyTwo_comeInTwo() throws IOException {
        var told = say("Fence", 511, 0, "");
        assertThat(told).hasSize(2);
        assertThat(told.getFirst()).startsWith("512:7800000052");
        assertThat(told.getLast()).startsWith("512:7800520026");
    }

    @Test
    void strip_moves_andStopsByItself() throws IOException {
        var move = "78563412" + "01" + "0000" + "e8030000" + "00ca9a3b00000000" + "00".repeat(8) + "00000000"
                + "01000000" + "00".repeat(24);
        say("Shelf Strip", 508, 2, move);
        assertThat(household.light("Shelf Strip").look().running().flatMap(it -> it.direction())).contains("forward");
        assertThat(say("Shelf Strip", 507, 0, "")).containsExactly("509:" + move);
        now.set(START.plusSeconds(1));
        assertThat(say("Shelf Strip", 507, 0, "").getFirst()).startsWith("509:7856341200");
    }

    @Test
    void matrix_saysWhatItIs() throws IOException {
        var chain = say("Candle", 701, 0, "").getFirst();
        assertThat(chain).startsWith("702:00");
        assertThat(chain.substring(4 + 2 * 17, 4 + 2 * 19)).isEqualTo("0506");
        assertThat(chain.substring(4 + 2 * 20, 4 + 2 * 28)).isEqualTo("0100000039000000");
        assertThat(chain).endsWith("01");
    }

    @Test
    void matrix_isPaintedRowByRow() throws IOException {
        assertThat(say("Candle", 715, 3, "0001" + "00000205" + "00000000" + RED.repeat(5) + BLUE.repeat(59)))
                .containsExactly("45:");
        var zones = zones("Candle");
        assertThat(zones.subList(0, 10)).containsOnly(white());
        assertThat(zones.subList(10, 15)).containsOnly(RED_SHOWN);
        assertThat(zones.subList(15, 30)).containsOnly(BLUE_SHOWN);
        assertThat(say("Candle", 707, 0, "0001" + "00000205")).singleElement().asString()
                .startsWith("711:00" + "00000205" + RED.repeat(5) + BLUE.repeat(15) + "00".repeat(8));
    }

    @Test
    void matrix_paintedUnseen_isShownWhenItsPictureIsCopied() throws IOException {
        say("Ceiling", 715, 2, "0001" + "01000008" + "00000000" + RED.repeat(64));
        assertThat(zones("Ceiling")).containsOnly(white());
        say("Ceiling", 716, 2, "0001" + "0100" + "0000" + "0000" + "0804" + "00000000" + "00");
        assertThat(zones("Ceiling").subList(0, 32)).containsOnly(RED_SHOWN);
        assertThat(zones("Ceiling").subList(32, 64)).containsOnly(white());
    }

    @Test
    void matrix_runsEffects_withTheirPalette() throws IOException {
        var morph = "78563412" + "02" + "88130000" + "00".repeat(8) + "00".repeat(8) + "00".repeat(32) + "02" + RED
                + BLUE + "00".repeat(8 * 14);
        say("Candle", 719, 2, "0000" + morph);
        assertThat(household.light("Candle").look().effect()).isEqualTo("MORPH");
        assertThat(say("Candle", 718, 0, "0000")).containsExactly("720:00" + morph);
        say("Candle", 719, 2, "0000" + "00".repeat(186));
        assertThat(household.light("Candle").look().effect()).isEqualTo("OFF");
    }

    @Test
    void switch_hasRelays_andIsNoLight() throws IOException {
        assertThat(say("Wall Switch", 817, 3, "01ffff")).containsExactly("45:", "818:010000");
        assertThat(say("Wall Switch", 816, 0, "01")).containsExactly("818:01ffff");
        assertThat(bulbs.relays(id("Wall Switch"))).containsExactly(false, true);
        assertThat(household.light("Wall Switch").look().power()).isEqualTo(Power.ON);
        say("Wall Switch", 21, 2, "0000");
        assertThat(bulbs.relays(id("Wall Switch"))).containsExactly(false, false);
        assertThat(say("Wall Switch", 101, 1, "")).containsExactly("223:6500");
        assertThat(say("Wall Switch", 4711, 1, "")).containsExactly("223:6712");
    }

    private List<String> say(String label, int type, int flags, String payload) throws IOException {
        caller.send(bulbs.address(id(label)), Caller.packet(id(label).serial(), type, flags, 7, payload));
        return caller.rest(QUIET).stream().map(Caller::said).toList();
    }

    private LightId id(String label) {
        return household.light(label).id();
    }

    private List<Hsbk> zones(String label) {
        return household.light(label).look().zones();
    }

    private static Hsbk white() {
        return Hsbk.white(3500, 0.5);
    }
}
