package dev.lamplighter.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamplighter.light.Power;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RunningEffectTest {
    private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private Home home;

    @BeforeEach
    void open() throws Exception {
        home = Home.open(SimulatorSettings.standard(Home.TOKEN), now::get);
    }

    @AfterEach
    void close() {
        home.close();
    }

    @Test
    void morph_started_keepsItsParameters() throws Exception {
        start("morph", "{\"period\":6,\"duration\":120,\"palette\":[\"red\",\"hue:40 saturation:1\"]}");
        assertThat(home.light("Candle").look().running()).contains(new RunningEffect("MORPH", Duration.ofSeconds(6),
                Optional.empty(), List.of("red", "hue:40 saturation:1"), START, Optional.of(START.plusSeconds(120))));
    }

    @Test
    void effects_leftOpen_haveLifxsDefaults() throws Exception {
        start("morph", "{}");
        start("move", "{}");
        assertThat(home.light("Candle").look().running()).contains(new RunningEffect("MORPH", Duration.ofSeconds(5),
                Optional.empty(), List.of("red", "orange", "yellow", "green", "cyan", "blue", "purple"), START,
                Optional.empty()));
        assertThat(home.light("Shelf Strip").look().running()).contains(new RunningEffect("MOVE",
                Duration.ofSeconds(1), Optional.of("forward"), List.of(), START, Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"morph; Candle; {\"duration\":6}; MORPH",
            "flame; Candle; {\"duration\":6}; FLAME", "sunrise; Candle; {\"duration\":6}; SUNRISE",
            "clouds; Candle; {\"period\":3,\"cycles\":2}; CLOUDS",
            "move; Shelf Strip; {\"period\":2,\"cycles\":3,\"direction\":\"backward\"}; MOVE"})
    void effect_withAnEnd_endsByItself(String effect, String label, String body, String shown) throws Exception {
        start(effect, body);
        now.set(START.plusMillis(5999));
        assertThat(listed(label)).isEqualTo(shown);
        assertThat(home.light(label).at(now.get()).look().effect()).isEqualTo(shown);
        now.set(START.plusSeconds(6));
        assertThat(home.light(label).at(now.get()).look().effect()).isEqualTo("OFF");
        assertThat(listed(label)).isEqualTo("OFF");
        assertThat(home.light(label).look().running()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"move; Shelf Strip; {\"cycles\":1e10,\"period\":60}; MOVE",
            "flame; Candle; {}; FLAME"})
    void effect_withoutAnEnd_runsOn(String effect, String label, String body, String shown) throws Exception {
        start(effect, body);
        now.set(START.plus(Duration.ofDays(3650)));
        assertThat(listed(label)).isEqualTo(shown);
    }

    @Test
    void effect_onADarkLight_lightsItUnlessToldNotTo() throws Exception {
        home.put("/v1/lights/all/state", "{\"power\":\"off\"}");
        start("flame", "{\"power_on\":false}");
        assertThat(home.light("Candle").look().power()).isEqualTo(Power.OFF);
        start("flame", "{}");
        assertThat(home.light("Candle").look().power()).isEqualTo(Power.ON);
        assertThat(home.light("Mirror").look().power()).isEqualTo(Power.OFF);
    }

    @ParameterizedTest
    @CsvSource({"flame,palette", "morph,cycles", "move,duration", "pulse,peak", "off,period"})
    void effect_withAFieldOfAnother_isWarned(String effect, String field) throws Exception {
        var got = home.post("/v1/lights/all/effects/" + effect, "{\"color\":\"red\",\"%s\":1}".formatted(field));
        assertThat(got.status()).isEqualTo(207);
        assertThat(got.json().get("warnings").get(0).get("unknown_params").has(field)).isTrue();
    }

    private void start(String effect, String body) throws Exception {
        assertThat(home.post("/v1/lights/all/effects/" + effect, body).status()).isEqualTo(207);
    }

    private String listed(String label) throws Exception {
        return home.get("/v1/lights/label:" + label.replace(" ", "%20")).json().get(0).get("effect").stringValue();
    }
}
