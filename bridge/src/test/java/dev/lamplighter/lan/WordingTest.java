package dev.lamplighter.lan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamplighter.lan.Wording.Subject;
import dev.lamplighter.lan.wire.Hsbk;
import dev.lamplighter.light.Zones;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class WordingTest {
    private static final Firmware NEW = new Firmware(3, 90);
    private static final Model STRIP = Products.load().of(32, NEW);
    private static final Model SWITCH = Products.load().of(70, NEW);

    @Test
    void light_thatHasNotToldOfItsZonesOrRelays_cannotBeToldOfThem() {
        var zones = Optional.of(Zones.of(0, 3));
        var none = new Subject(STRIP, true, Optional.empty(), List.of(), Set.of());
        assertThat(Wording.isSayable(none, zones)).isFalse();
        assertThat(Wording.isSayable(none, Optional.empty())).isTrue();
        assertThat(Wording.isSayable(new Subject(SWITCH, true, Optional.empty(), List.of(), Set.of()),
                Optional.empty())).isFalse();
    }

    @Test
    void whiteOfASaturatedLight_isNotSentBack() {
        assertThat(Units.sendable(new Hsbk(1, 65_535, 2, 0))).isEqualTo(new Hsbk(1, 65_535, 2, 3_500));
    }
}
