package dev.lamplighter.lan.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamplighter.lan.wire.DeviceMessage.SetPower;
import dev.lamplighter.lan.wire.DeviceMessage.StateHostFirmware;
import dev.lamplighter.lan.wire.DeviceMessage.StatePower;
import dev.lamplighter.lan.wire.DeviceMessage.StateService;
import dev.lamplighter.lan.wire.DeviceMessage.StateUnhandled;
import dev.lamplighter.lan.wire.DeviceMessage.StateVersion;
import dev.lamplighter.lan.wire.LightMessage.LightState;
import dev.lamplighter.lan.wire.LightMessage.SetColor;
import dev.lamplighter.lan.wire.LightMessage.SetHevCycle;
import dev.lamplighter.lan.wire.LightMessage.SetInfrared;
import dev.lamplighter.lan.wire.LightMessage.SetLightPower;
import dev.lamplighter.lan.wire.LightMessage.SetWaveform;
import dev.lamplighter.lan.wire.LightMessage.SetWaveformOptional;
import dev.lamplighter.lan.wire.LightMessage.StateLightPower;
import dev.lamplighter.lan.wire.LightMessage.Waveform;
import dev.lamplighter.lan.wire.MatrixMessage.Get64;
import dev.lamplighter.lan.wire.MatrixMessage.Rect;
import dev.lamplighter.lan.wire.StripMessage.Apply;
import dev.lamplighter.lan.wire.StripMessage.GetColorZones;
import dev.lamplighter.lan.wire.StripMessage.SetColorZones;
import dev.lamplighter.lan.wire.SwitchMessage.SetRelayPower;
import dev.lamplighter.light.LightId;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Packets worked out by hand from LIFX's description, and some that real devices and LIFX's own pages have shown. */
final class WorkedPacketsTest {
    private static final long SOURCE = 0x4D515454L;
    private static final LightId SERIAL = new LightId("d073d5001337");
    private static final Hsbk GREEN = new Hsbk(21845, 65535, 65535, 3500);

    private static Header asking(int sequence) {
        return new Header(SOURCE, SERIAL, true, false, sequence);
    }

    private static Header telling(int sequence) {
        return new Header(SOURCE, SERIAL, false, true, sequence);
    }

    private static Header answering(int sequence) {
        return new Header(SOURCE, SERIAL, false, false, sequence);
    }

    private static Arguments packet(Header header, Message message, String... parts) {
        return Arguments.of(new Packet(header, message), String.join("", parts));
    }

    static Stream<Arguments> packets() {
        return Stream.of(
                packet(new Header(SOURCE, Header.EVERY_DEVICE, true, false, 1), Bare.GET_SERVICE, "240000345454514d",
                        "00000000000000000000000000000101", "000000000000000002000000"),
                packet(answering(1), new StateService(1, 56700), "290000145454514d",
                        "d073d500133700000000000000000001", "000000000000000003000000", "017cdd0000"),
                packet(asking(2), Bare.GET_POWER, "240000145454514d", "d073d500133700000000000000000102",
                        "000000000000000014000000"),
                packet(answering(2), new StatePower(65535), "260000145454514d", "d073d500133700000000000000000002",
                        "000000000000000016000000", "ffff"),
                packet(asking(3), Bare.GET_COLOR, "240000145454514d", "d073d500133700000000000000000103",
                        "000000000000000065000000"),
                packet(answering(3), new LightState(new Hsbk(21845, 65535, 32768, 3500), 65535, "Desk"),
                        "580000145454514d", "d073d500133700000000000000000003", "00000000000000006b000000",
                        "5555ffff0080ac0d", "0000ffff", "4465736b", "00".repeat(36)),
                packet(telling(4), new SetColor(GREEN, 1000), "310000145454514d",
                        "d073d500133700000000000000000204", "000000000000000066000000", "005555ffffffffac0de8030000"),
                packet(answering(4), Bare.ACKNOWLEDGEMENT, "240000145454514d", "d073d500133700000000000000000004",
                        "00000000000000002d000000"),
                packet(telling(5), new SetLightPower(0, 2000), "2a0000145454514d",
                        "d073d500133700000000000000000205", "000000000000000075000000", "0000d0070000"),
                packet(telling(6), new SetPower(65535), "260000145454514d", "d073d500133700000000000000000206",
                        "000000000000000015000000", "ffff"),
                packet(telling(7),
                        new SetWaveformOptional(
                                new Waveform(false, new Hsbk(0, 0, 16384, 0), 500, 1, 0, Waveform.SAW), false, false,
                                true, false),
                        "3d0000145454514d", "d073d500133700000000000000000207", "000000000000000077000000",
                        "00000000000000400000f40100000000803f00000000000100"),
                packet(telling(8),
                        new SetWaveform(
                                new Waveform(true, new Hsbk(0, 65535, 65535, 3500), 1000, 5, 0, Waveform.PULSE)),
                        "390000145454514d", "d073d500133700000000000000000208", "000000000000000067000000",
                        "00010000ffffffffac0de80300000000a040000004"),
                packet(telling(9), new SetColorZones(0, 7, new Hsbk(43691, 65535, 65535, 3500), 500, Apply.APPLY),
                        "330000145454514d", "d073d500133700000000000000000209", "0000000000000000f5010000",
                        "0007abaaffffffffac0df401000001"),
                packet(asking(10), new GetColorZones(0, 255), "260000145454514d",
                        "d073d50013370000000000000000010a", "0000000000000000f6010000", "00ff"),
                packet(telling(11), new SetInfrared(32768), "260000145454514d", "d073d50013370000000000000000020b",
                        "00000000000000007a000000", "0080"),
                packet(asking(12), new Get64(0, 1, new Rect(0, 0, 0, 8)), "2a0000145454514d",
                        "d073d50013370000000000000000010c", "0000000000000000c3020000", "000100000008"),
                packet(telling(13), new SetRelayPower(1, 65535), "270000145454514d",
                        "d073d50013370000000000000000020d", "000000000000000031030000", "01ffff"),
                packet(answering(14), new StateUnhandled(102), "260000145454514d",
                        "d073d50013370000000000000000000e", "0000000000000000df000000", "6600"),
                packet(asking(15), Bare.GET_VERSION, "240000145454514d", "d073d50013370000000000000000010f",
                        "000000000000000020000000"),
                packet(answering(15), new StateVersion(1, 27), "300000145454514d",
                        "d073d50013370000000000000000000f", "000000000000000021000000", "010000001b00000000000000"),
                packet(answering(16), new StateHostFirmware(1_548_977_726_000_000_000L, 70, 3), "380000145454514d",
                        "d073d500133700000000000000000010", "00000000000000000f000000",
                        "00ec38f308137f15000000000000000046000300"),
                packet(telling(17), new SetHevCycle(true, 7200), "290000145454514d",
                        "d073d500133700000000000000000211", "00000000000000008f000000", "01201c0000"));
    }

    @ParameterizedTest
    @MethodSource("packets")
    void workedPacket_isWrittenByteForByteAndReadBack(Packet packet, String hex) {
        assertThat(HexFormat.of().formatHex(packet.encode())).isEqualTo(hex);
        assertThat(decode(hex)).contains(packet);
    }

    /** As LIFX's page on encoding has it. */
    @Test
    void packet_ofLifxsPage_isWrittenTheSame() {
        var packet = new Packet(new Header(2, SERIAL, false, true, 1), new SetColor(GREEN, 0));
        assertThat(HexFormat.of().formatHex(packet.encode()))
                .isEqualTo("3100001402000000d073d500133700000000000000000201"
                        + "000000000000000066000000005555ffffffffac0d00000000");
    }

    /** Bit 2 of the flags is reserved, and set on LIFX's page on decoding. */
    @Test
    void packet_withReservedBits_isReadAllTheSame() {
        assertThat(decode("2400001400034746d073d500133700000000000000000701000000000000000014000000").orElseThrow())
                .isEqualTo(new Packet(new Header(0x46470300L, SERIAL, true, true, 1), Bare.GET_POWER));
    }

    /** A real device fills what is reserved. */
    @Test
    void packet_ofARealBulb_isRead() {
        var read = decode("2600001418dd0000d073d53d032900004c49465856320100d0d8e89e4700000076000000ffff").orElseThrow();
        assertThat(read.message()).isEqualTo(new StateLightPower(65535));
        assertThat(read.header().target()).isEqualTo(new LightId("d073d53d0329"));
        assertThat(decode("2600005418dd0000d073d53d032900004c49465856320100d0d8e89e4700000076000000ffff"))
                .as("the origin of an older device").contains(read);
    }

    @Test
    void packet_cutShortGarbledOrForeign_isNone() {
        var good = "300000145454514dd073d50013370000000000000000000f000000000000000021000000010000001b00000000000000";
        for (var length = 0; length < good.length(); length += 2) {
            assertThat(decode(good.substring(0, length))).as("%d bytes", length / 2).isEmpty();
        }
        assertThat(decode("2f" + good.substring(2))).as("says it is shorter than its kind").isEmpty();
        assertThat(decode("31" + good.substring(2))).as("says it is longer than it is").isEmpty();
        assertThat(decode(good.substring(0, 6) + "15" + good.substring(8))).as("protocol 1280").isEmpty();
    }

    @Test
    void packet_ofNewerFirmware_isReadAsFarAsItIsKnown() {
        var longer = "340000145454514dd073d50013370000000000000000000f000000000000000021000000010000001b00000000000000"
                + "12345678";
        assertThat(decode(longer).orElseThrow().message()).isEqualTo(new StateVersion(1, 27));
        assertThat(decode(longer + "ffff")).as("padded by the receiver").isPresent();
        var unknown = "260000145454514dd073d500133700000000000000000010000000000000000010270000ffff";
        assertThat(decode(unknown).orElseThrow().message()).isEqualTo(new Message.Unknown(10_000));
    }

    private static Optional<Packet> decode(String hex) {
        var bytes = HexFormat.of().parseHex(hex);
        return Packet.decode(bytes, bytes.length);
    }
}
