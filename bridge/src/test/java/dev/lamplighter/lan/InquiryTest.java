package dev.lamplighter.lan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamplighter.lan.wire.Bare;
import dev.lamplighter.lan.wire.DeviceMessage.StateHostFirmware;
import dev.lamplighter.lan.wire.DeviceMessage.StateVersion;
import dev.lamplighter.lan.wire.Header;
import dev.lamplighter.lan.wire.Hsbk;
import dev.lamplighter.lan.wire.LightMessage.LightState;
import dev.lamplighter.lan.wire.Message;
import dev.lamplighter.lan.wire.Packet;
import dev.lamplighter.light.LightId;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class InquiryTest {
    private static final LightId DESK = new LightId("d073d5001337");
    private static final long SOURCE = 4711;
    /** With infrared, of which it never says anything. */
    private static final int NIGHT_VISION = 29;

    private final List<Message> asked = new CopyOnWriteArrayList<>();
    private final Clockwork timer = new Clockwork();
    private final Delivery delivery = new Delivery(SOURCE, this::answer, timer, InstantSource.system());

    private void answer(Packet packet) {
        asked.add(packet.message());
        if (packet.message() == Bare.GET_COLOR) {
            var header = new Header(SOURCE, DESK, false, false, packet.header().sequence());
            var _ = CompletableFuture.runAsync(() -> delivery.received(
                    new Packet(header, new LightState(new Hsbk(0, 0, 0, 3500), 0, "Desk"))));
        }
    }

    @AfterEach
    void close() {
        timer.close();
    }

    @Test
    void question_thatADeviceNeverAnswered_holdsUpOnlyTheFirstLook() {
        var device = new Device(DESK, new InetSocketAddress(InetAddress.getLoopbackAddress(), 1), Instant.now());
        device.facts().take(List.of(new StateVersion(1, NIGHT_VISION), new StateHostFirmware(0, 80, 2)));
        var inquiry = new Inquiry(new Talk(delivery), Products.load(), InstantSource.system());
        assertThat(inquiry.look(device)).isTrue();
        assertThat(asked).contains(Bare.GET_INFRARED);
        asked.clear();
        var begun = Instant.now();
        assertThat(inquiry.look(device)).isTrue();
        assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(1));
        assertThat(asked).doesNotContain(Bare.GET_INFRARED);
    }
}
