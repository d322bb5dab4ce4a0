package dev.lamplighter.simulator.bulbs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamplighter.light.LightId;
import dev.lamplighter.light.Power;
import dev.lamplighter.simulator.Household;
import dev.lamplighter.simulator.Hsbk;
import dev.lamplighter.simulator.SimulatedLight;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BulbsTest {
    private static final Instant START = Instant.parse("2026-11-28T10:00:00Z");
    private static final LightId DESK = new LightId("d073d5001337");
    private static final LightId PORCH = new LightId("d073d5003b01");
    private static final int QUIET = 300;

    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private Household household;
    private Bulbs bulbs;
    private Caller caller;

    @BeforeEach
    void open() throws IOException {
        household = Household.ofAllShapes();
        bulbs = Bulbs.start(BulbSettings.STANDARD.taking(1000), household, now::get, new Random(1));
        caller = new Caller();
    }

    @AfterEach
    void close() {
        caller.close();
        bulbs.close();
    }

    @Test
    void broadcast_findsEveryBulb_atItsOwnAddress() throws IOException {
        if (bulbs.broadcast().isEmpty()) {
            bulbs.addresses().values().forEach(this::askForService);
        } else {
            askForService(bulbs.broadcast().get());
        }
        var found = caller.rest(1000).stream().filter(reply -> Caller.said(reply).startsWith("3:01"))
                .map(reply -> reply.substring(16, 28) + "@" + Caller.said(reply).substring(4)).toList();
        assertThat(found).hasSize(11).containsAll(bulbs.addresses().entrySet().stream()
                .map(it -> it.getKey().serial() + "@" + Caller.little(it.getValue().getPort(), 4)).toList());
    }

    @Test
    void broadcastOnANetwork_findsEveryBulb_atAPortOfItsOwnThere() throws IOException {
        try (var network = Bulbs.start(BulbSettings.STANDARD.on("127.0.0.1"), household, now::get, new Random(1))) {
            askForService(network.broadcast().orElseThrow());
            var ports = caller.rest(1000).stream().map(Caller::said).filter(said -> said.startsWith("3:01"))
                    .map(said -> said.substring(4)).toList();
            assertThat(ports).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(network.addresses().values()
                    .stream().map(at -> Caller.little(at.getPort(), 4)).toList());
            assertThat(network.addresses().values()).allMatch(at -> at.getAddress().isLoopbackAddress());
        }
    }

    /** The protocol's worked packets: what goes in, and what comes back after the header's first half. */
    @ParameterizedTest
    @CsvSource({"20,'',22,ffff", "32,'',33,010000001b00000000000000",
            "14,'',15,00ec38f308137f1500000000000000004c000200",
            "23,'',25,4465736b204c616d700000000000000000000000000000000000000000000000",
            "101,'',107,00000000ff7fac0d0000ffff4465736b204c616d7000000000000000000000000000000000000000000000000000000000000000",
            "116,'',118,ffff"})
    void question_isAnswered_evenWhereNoStateIsAskedFor(int type, String payload, int reply, String state)
            throws IOException {
        assertThat(say(DESK, type, 0, payload)).containsExactly(reply + ":" + state);
    }

    @Test
    void reply_carriesSerialSourceAndSequence() throws IOException {
        caller.send(at(DESK), "240000145454514dd073d500133700000000000000000102000000000000000014000000");
        assertThat(caller.next()).isEqualTo("260000145454514dd073d500133700004c4946585632010200000000000000001600"
                + "0000ffff");
    }

    @Test
    void color_isShownByTheLightOfTheHousehold_andItsReplyIsTheOldOne() throws IOException {
        var said = say(DESK, 102, 3, "005555ffffffffac0d00000000");
        assertThat(said).hasSize(2).first().isEqualTo("45:");
        assertThat(said.getLast()).startsWith("107:00000000ff7fac0d");
        assertThat(light().look().color()).isEqualTo(new Hsbk(0x5555, 65_535, 65_535, 3500));
    }

    @ParameterizedTest
    @CsvSource({"0,0", "1,1", "2,1", "3,2"})
    void set_isAnsweredAsFarAsItAsks(int flags, int answers) throws IOException {
        assertThat(say(DESK, 21, flags, "0000")).hasSize(answers);
        assertThat(light().look().power()).isEqualTo(Power.OFF);
    }

    @Test
    void color_overTime_isOnItsWayMeanwhile() throws IOException {
        say(DESK, 102, 2, "0000000000ffffac0d10270000");
        now.set(START.plusSeconds(5));
        assertThat(Integer.reverseBytes(Integer.parseUnsignedInt(say(DESK, 101, 0, "").getFirst().substring(12, 16)
                + "0000", 16))).isBetween(49_000, 49_300);
        now.set(START.plusSeconds(10));
        assertThat(say(DESK, 101, 0, "").getFirst()).startsWith("107:00000000ffffac0d");
    }

    @Test
    void power_onTheWayOfAColor_leavesTheColorOnItsWay() throws IOException {
        say(DESK, 102, 2, "0000000000ffffac0d10270000");
        now.set(START.plusSeconds(5));
        say(DESK, 117, 2, "000000000000");
        assertThat(light().at(now.get()).look().power()).isEqualTo(Power.OFF);
        assertThat(light().at(now.get()).look().color().brightness()).isLessThan(50_000);
        assertThat(light().look().color().brightness()).isEqualTo(65_535);
    }

    @Test
    void waveformOptional_changesOnlyWhatItNames() throws IOException {
        say(DESK, 102, 2, "005555ffffffffac0d00000000");
        say(DESK, 119, 2, "00000000000000400000f40100000000803f00000000000100");
        now.set(START.plusSeconds(1));
        assertThat(light().at(now.get()).look().color()).isEqualTo(new Hsbk(0x5555, 65_535, 16_384, 3500));
    }

    @Test
    void waveform_thatPasses_leavesTheLightAsItWas() throws IOException {
        var before = light();
        assertThat(say(DESK, 103, 2, "00010000ffffffffac0de80300000000a040000004")).containsExactly("45:");
        assertThat(light()).isEqualTo(before);
    }

    @Test
    void label_isTakenInUtf8_andCutAtItsZero() throws IOException {
        say(DESK, 24, 2, "4bc3bc636865" + "00".repeat(26));
        assertThat(light().label()).isEqualTo("Küche");
    }

    @Test
    void group_isTaken_andLocationToo() throws IOException {
        say(DESK, 52, 2, "aa".repeat(16) + "41747469630000000000000000000000000000000000000000000000000000000000"
                + "00".repeat(6));
        say(DESK, 49, 2, "bb".repeat(16) + "4361626e0000000000000000000000000000000000000000000000000000000000000"
                + "0".repeat(13));
        assertThat(light().group().name()).isEqualTo("Attic");
        assertThat(light().location().id()).isEqualTo("bb".repeat(16));
    }

    @Test
    void echo_bringsBackWhatItGot() throws IOException {
        var payload = "0123456789abcdef".repeat(8);
        assertThat(say(DESK, 58, 1, payload)).containsExactly("59:" + payload);
    }

    @Test
    void whatIsForAnother_orNoMessage_isPassedOver() throws IOException {
        var before = household.lights();
        caller.send(at(DESK), Caller.packet("d073d5003b01", 21, 3, 1, "0000"));
        caller.send(at(DESK), "00");
        caller.send(at(DESK), Caller.packet(DESK.serial(), 102, 3, 1, "0000"));
        caller.send(at(DESK), Caller.packet(DESK.serial(), 4711, 3, 1, ""));
        assertThat(caller.rest(QUIET)).isEmpty();
        assertThat(household.lights()).isEqualTo(before);
    }

    @Test
    void bulb_askedTooMuch_losesTheRest() throws IOException {
        try (var calm = Bulbs.start(BulbSettings.STANDARD, household, now::get, new Random(1))) {
            var to = calm.address(DESK);
            for (var count = 0; count < 50; count++) {
                caller.send(to, Caller.packet(DESK.serial(), 20, 0, count, ""));
            }
            assertThat(caller.rest(1000)).hasSize(BulbSettings.LIFX);
            now.set(START.plusMillis(500));
            for (var count = 0; count < 50; count++) {
                caller.send(to, Caller.packet(DESK.serial(), 20, 0, count, ""));
            }
            assertThat(caller.rest(1000)).hasSize(BulbSettings.LIFX / 2);
        }
    }

    @Test
    void fault_ofOneLight_leavesTheOthersAlone() throws IOException {
        bulbs.faults().add(new BulbFault.Unplugged(), DESK);
        assertThat(say(DESK, 20, 0, "")).isEmpty();
        assertThat(say(PORCH, 20, 0, "")).hasSize(1);
        bulbs.faults().clear(DESK);
        assertThat(say(DESK, 20, 0, "")).hasSize(1);
    }

    @Test
    void duplicate_isTakenTwice_andAnsweredTwice() throws IOException {
        bulbs.faults().add(new BulbFault.Duplication(1));
        assertThat(say(DESK, 21, 2, "0000")).hasSize(4);
        assertThat(bulbs.log().all()).hasSize(2);
    }

    @Test
    void light_thatTheAccountHasNot_isOnTheLanAlone() throws IOException {
        household.disown(DESK);
        assertThat(say(DESK, 20, 0, "")).hasSize(1);
    }

    @Test
    void bulb_thatMoves_isAtItsNewAddressOnly() throws IOException {
        var old = at(DESK);
        bulbs.move(DESK);
        assertThat(at(DESK)).isNotEqualTo(old);
        assertThat(say(DESK, 20, 0, "")).hasSize(1);
        caller.send(old, Caller.packet(DESK.serial(), 20, 0, 1, ""));
        assertThat(caller.rest(QUIET)).isEmpty();
    }

    private List<String> say(LightId light, int type, int flags, String payload) throws IOException {
        caller.send(at(light), Caller.packet(light.serial(), type, flags, 7, payload));
        return new ArrayList<>(caller.rest(QUIET).stream().map(Caller::said).toList());
    }

    private void askForService(InetSocketAddress to) {
        try {
            caller.send(to, Caller.packet("000000000000", 2, 1, 1, ""));
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    private InetSocketAddress at(LightId light) {
        return bulbs.address(light);
    }

    private SimulatedLight light() {
        return household.light(DESK);
    }
}
