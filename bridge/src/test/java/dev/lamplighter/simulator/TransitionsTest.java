package dev.lamplighter.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lamplighter.light.LightId;
import dev.lamplighter.light.Power;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

final class TransitionsTest {
    private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");
    private static final LightId DESK = new LightId("d073d5001337");
    private static final String STATE = "/v1/lights/label:Desk%20Lamp/state";

    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private Home home;

    @BeforeEach
    void open() throws Exception {
        home = Home.open(SimulatorSettings.standard(Home.TOKEN).withTransitions(), now::get);
        home.cloud.household().setByHand(DESK, look -> look.with(Hsbk.of(0, 1, 0.5, 3500)));
    }

    @AfterEach
    void close() {
        home.close();
    }

    @ParameterizedTest
    @CsvSource({"0,0.5", "1000,0.55", "5000,0.75", "9999,0.99995", "10000,1", "99000,1"})
    void brightness_onItsWay_isListedInBetween(long millis, double brightness) throws Exception {
        home.put(STATE, "{\"brightness\":1,\"duration\":10}");
        now.set(START.plusMillis(millis));
        assertThat(listed().get("brightness").doubleValue()).isCloseTo(brightness, within(0.0001));
        assertThat(home.light("Desk Lamp").at(now.get()).look().color().bright()).isCloseTo(brightness, within(0.0001));
    }

    @Test
    void wish_isToldOnceAndAtOnce() throws Exception {
        var told = new ArrayList<Double>();
        home.cloud.household().onChange(change -> told.add(change.after().look().color().bright()));
        home.put(STATE, "{\"brightness\":1,\"duration\":10}");
        assertThat(home.light("Desk Lamp").look().color().bright()).isEqualTo(1);
        for (var second = 0; second < 12; second++) {
            now.set(START.plusSeconds(second));
            listed();
        }
        assertThat(told).containsExactly(1.0);
    }

    @ParameterizedTest
    @CsvSource({"350,10,355,0", "10,350,5,0", "0,120,30,60", "0,0,0,0"})
    void hue_goesTheShorterWay(int from, int to, int quarter, int half) throws Exception {
        home.put(STATE, "{\"color\":\"hue:%d\",\"duration\":0}".formatted(from));
        home.put(STATE, "{\"color\":\"hue:%d\",\"duration\":4}".formatted(to));
        now.set(START.plusSeconds(1));
        assertThat(hue()).isCloseTo(quarter, within(0.02));
        now.set(START.plusSeconds(2));
        assertThat(Math.min(hue(), 360 - hue() + half)).isCloseTo(half, within(0.02));
    }

    @Test
    void power_goesAtTheEnd_andComesAtOnce() throws Exception {
        home.put(STATE, "{\"power\":\"off\",\"duration\":3}");
        now.set(START.plusMillis(2999));
        assertThat(listed().get("power").stringValue()).isEqualTo("on");
        now.set(START.plusSeconds(3));
        assertThat(listed().get("power").stringValue()).isEqualTo("off");
        home.post("/v1/lights/label:Desk%20Lamp/toggle", "{\"duration\":3}");
        assertThat(listed().get("power").stringValue()).isEqualTo("on");
    }

    @Test
    void duration_notGiven_isASecond() throws Exception {
        home.put(STATE, "{\"brightness\":1}");
        now.set(START.plusMillis(500));
        assertThat(listed().get("brightness").doubleValue()).isCloseTo(0.75, within(0.0001));
        now.set(START.plusMillis(1000));
        assertThat(listed().get("brightness").doubleValue()).isEqualTo(1);
    }

    @Test
    void secondWish_onTheWay_startsWhereTheLightIs() throws Exception {
        home.put(STATE, "{\"brightness\":1,\"duration\":10}");
        now.set(START.plusSeconds(5));
        home.put(STATE, "{\"brightness\":0,\"duration\":10}");
        assertThat(listed().get("brightness").doubleValue()).isCloseTo(0.75, within(0.0001));
        now.set(START.plusSeconds(10));
        assertThat(listed().get("brightness").doubleValue()).isCloseTo(0.375, within(0.0001));
    }

    @Test
    void hand_onTheWay_endsTheTransition() throws Exception {
        home.put(STATE, "{\"brightness\":1,\"duration\":10}");
        home.cloud.household().setByHand(DESK, look -> look.with(Power.OFF).with(Hsbk.white(2700, 0.2)));
        assertThat(listed().get("power").stringValue()).isEqualTo("off");
        assertThat(listed().get("color").get("kelvin").intValue()).isEqualTo(2700);
    }

    @Test
    void strip_zonesGoTheirOwnWays() throws Exception {
        home.put("/v1/lights/label:Shelf%20Strip%7C1/state", "{\"brightness\":1,\"duration\":10}");
        now.set(START.plusSeconds(5));
        var zones = home.get("/v1/lights/label:Shelf%20Strip").json().get(0).get("zones").get("zones");
        assertThat(zones.get(0).get("brightness").doubleValue()).isCloseTo(0.5, within(0.0001));
        assertThat(zones.get(1).get("brightness").doubleValue()).isCloseTo(0.75, within(0.0001));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"{}; 1", "{\"duration\":4}; 4",
            "{\"duration\":4,\"overrides\":{\"duration\":2}}; 2"})
    void scene_takesItsTime(String body, int seconds) throws Exception {
        home.put("/v1/scenes/scene_id:3f0c1a52-7f0e-4b0b-9d5d-2f6a1f0b7c11/activate", body);
        now.set(START.plusSeconds(seconds).minusMillis(1));
        assertThat(hue()).isLessThan(30).isGreaterThan(29);
        now.set(START.plusSeconds(seconds));
        assertThat(home.light("Desk Lamp").at(now.get())).isEqualTo(home.light("Desk Lamp").settled(now.get()));
    }

    @Test
    void delta_addsToTheWish() throws Exception {
        home.put(STATE, "{\"brightness\":0.7,\"duration\":10}");
        home.post(STATE + "/delta", "{\"brightness\":0.2,\"duration\":10}");
        now.set(START.plusSeconds(10));
        assertThat(listed().get("brightness").doubleValue()).isCloseTo(0.9, within(0.0001));
    }

    private JsonNode listed() throws Exception {
        return home.get("/v1/lights/label:Desk%20Lamp").json().get(0);
    }

    private double hue() throws Exception {
        return listed().get("color").get("hue").doubleValue();
    }
}
