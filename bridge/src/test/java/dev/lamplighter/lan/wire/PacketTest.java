package dev.lamplighter.lan.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamplighter.lan.wire.DeviceMessage.SetLabel;
import dev.lamplighter.light.Seeded;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PacketTest {
    private static final int MUTATIONS = 40;

    @Test
    void everyKindOfMessage_writtenAndRead_isItself() {
        assertThat(RandomMessages.kinds()).hasSizeGreaterThan(50);
        Seeded.check(seeded -> new RandomMessages(seeded).packets()
                .forEach(packet -> assertThat(decoded(packet.encode())).contains(packet)));
    }

    @Test
    void everyBareMessage_hasItsOwnNumber() {
        for (var bare : Bare.values()) {
            var packet = new Packet(new Header(2, Header.EVERY_DEVICE, true, false, 0), bare);
            assertThat(decoded(packet.encode())).contains(packet);
        }
    }

    @Test
    void longLabel_isCutBetweenTwoCharacters() {
        var packet = new Packet(new Header(2, Header.EVERY_DEVICE, true, false, 0),
                new SetLabel("ä".repeat(15) + "a€"));
        assertThat(decoded(packet.encode()).orElseThrow().message()).isEqualTo(new SetLabel("ä".repeat(15) + "a"));
    }

    @Test
    void message_thatNobodyKnows_isNotWritten() {
        var packet = new Packet(new Header(2, Header.EVERY_DEVICE, true, false, 0), new Message.Unknown(4711));
        assertThatThrownBy(packet::encode).isInstanceOf(IllegalArgumentException.class);
    }

    /** Bytes changed, cut off and added at random places of every kind of packet: what is read is a packet that can be written, or none. */
    @Test
    void mutatedPackets_areReadOrNone() {
        Seeded.check(seeded -> {
            for (var packet : new RandomMessages(seeded).packets()) {
                var bytes = packet.encode();
                for (var mutation = 0; mutation < MUTATIONS / 10; mutation++) {
                    assertSound(mutated(bytes, seeded));
                }
            }
        });
    }

    @Test
    void noise_isReadOrNone() {
        Seeded.check(seeded -> {
            for (var round = 0; round < MUTATIONS; round++) {
                var bytes = new byte[seeded.random().nextInt(Packet.LONGEST + 1)];
                seeded.random().nextBytes(bytes);
                assertSound(bytes);
                if (bytes.length >= Header.BYTES) {
                    // The same with a frame that holds, so that noise gets through to the layouts.
                    bytes[0] = (byte) bytes.length;
                    bytes[1] = (byte) (bytes.length >> 8);
                    bytes[2] = 0;
                    bytes[3] = 0x14;
                    assertSound(bytes);
                }
            }
        });
    }

    private static byte[] mutated(byte[] bytes, Seeded seeded) {
        var random = seeded.random();
        var some = Arrays.copyOf(bytes, random.nextInt(4) == 0 ? random.nextInt(bytes.length + 64) : bytes.length);
        for (var count = random.nextInt(4); count > 0 && some.length > 0; count--) {
            some[random.nextInt(some.length)] = (byte) random.nextInt();
        }
        return some;
    }

    /** A label that is no UTF-8 is read as well as can be, and is then the same however often it goes there and back. */
    private static void assertSound(byte[] bytes) {
        decoded(bytes).filter(packet -> !(packet.message() instanceof Message.Unknown)).ifPresent(packet -> {
            var again = decoded(packet.encode()).orElseThrow();
            assertThat(decoded(again.encode())).contains(again);
        });
    }

    private static Optional<Packet> decoded(byte[] bytes) {
        return Packet.decode(bytes, bytes.length);
    }
}
