package dev.lamplighter.lan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class WeatherTest {
    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");

    private final Weather weather = new Weather();

    private static Duration millis(int count) {
        return Duration.ofMillis(count);
    }

    @Test
    void calm_whatWasAnswered_isOver() {
        IntStream.range(0, 40).forEach(_ -> weather.answered(millis(12)));
        assertThat(weather.wanders(true, NOW)).isZero();
    }

    @Test
    void calm_oneLampThatSlept_changesNothing() {
        IntStream.range(0, 20).forEach(_ -> weather.answered(millis(12)));
        weather.answered(millis(250));
        assertThat(weather.wanders(true, NOW)).isZero();
    }

    @Test
    void slow_whatWasAnswered_mayComeOnceMore() {
        IntStream.of(80, 12, 210, 30).forEach(each -> weather.answered(millis(each)));
        assertThat(weather.wanders(true, NOW)).isEqualTo(millis(210));
    }

    @Test
    void doubled_isRememberedForAMinute() {
        weather.answered(millis(30));
        weather.doubled(millis(25), NOW);
        assertThat(weather.wanders(true, NOW)).isEqualTo(millis(30));
        assertThat(weather.wanders(true, NOW.plusSeconds(60))).isZero();
    }

    @Test
    void doubled_inOneQueue_isNothing() {
        weather.answered(millis(30));
        weather.doubled(millis(3), NOW);
        assertThat(weather.wanders(true, NOW)).isZero();
    }

    @Test
    void unheard_mayBeUnderWayStill_butNotForEver() {
        assertThat(weather.wanders(false, NOW)).isEqualTo(millis(400));
        weather.answered(millis(500));
        assertThat(weather.wanders(false, NOW)).isEqualTo(millis(500));
        weather.answered(millis(5_000));
        assertThat(weather.wanders(false, NOW)).isEqualTo(millis(600));
    }

    @Test
    void slowness_thatIsOver_isForgotten() {
        IntStream.of(200, 200).forEach(each -> weather.answered(millis(each)));
        IntStream.range(0, 31).forEach(_ -> weather.answered(millis(5)));
        assertThat(weather.wanders(true, NOW)).isZero();
    }
}
