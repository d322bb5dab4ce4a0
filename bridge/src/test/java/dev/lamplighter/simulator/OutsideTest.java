package dev.lamplighter.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamplighter.light.Light.Room;
import dev.lamplighter.light.LightId;
import dev.lamplighter.light.Power;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What happens to an account while a client of it runs, and is not that client's doing. */
final class OutsideTest {
    private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");
    private static final LightId DESK = new LightId("d073d5001337");
    private static final Room CELLAR = new Room("00112233445566778899aabbccddeeff", "Cellar");

    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private Home home;
    private Household household;

    @BeforeEach
    void open() throws Exception {
        home = Home.open(SimulatorSettings.standard(Home.TOKEN), now::get);
        household = home.cloud.household();
    }

    @AfterEach
    void close() {
        home.close();
    }

    @Test
    void move_toAnotherGroup_isFoundThere() throws Exception {
        household.move(DESK, CELLAR);
        assertThat(home.get("/v1/lights/group:Cellar").json().get(0).get("label").stringValue()).isEqualTo("Desk Lamp");
        assertThat(home.get("/v1/lights/group_id:" + CELLAR.id()).json()).hasSize(1);
        assertThat(home.get("/v1/lights/group:Office").json()).hasSize(1);
    }

    @Test
    void add_newLight_isListedAndObeys() throws Exception {
        var id = new LightId("d073d500beef");
        household.add(SimulatedLight.fresh(id, "New", CELLAR, Model.COLOR));
        assertThat(home.get("/v1/lights/all").json()).hasSize(8);
        home.put("/v1/lights/id:" + id + "/state", "{\"power\":\"off\"}");
        assertThat(household.light(id).look().power()).isEqualTo(Power.OFF);
    }

    @Test
    void remove_light_isNoLongerSelected() throws Exception {
        household.remove(DESK);
        assertThat(home.get("/v1/lights/id:" + DESK).status()).isEqualTo(404);
        assertThat(home.get("/v1/lights/scene_id:3f0c1a52-7f0e-4b0b-9d5d-2f6a1f0b7c11").json()).hasSize(2);
    }

    @Test
    void disconnect_light_isLastSeenThenAndUnreachable() throws Exception {
        household.disconnect(DESK, START);
        now.set(START.plusSeconds(90));
        household.disconnect(DESK, now.get());
        var listed = listed();
        assertThat(listed.get("connected").booleanValue()).isFalse();
        assertThat(listed.get("last_seen").stringValue()).isEqualTo("2026-11-22T10:00:00Z");
        assertThat(listed.get("seconds_since_seen").intValue()).isEqualTo(90);
        var result = home.put("/v1/lights/id:" + DESK + "/state", "{\"power\":\"off\"}").json().get("results").get(0);
        assertThat(result.get("status").stringValue()).isEqualTo("offline");
        assertThat(household.light(DESK).look().power()).isEqualTo(Power.ON);
    }

    @Test
    void reconnect_light_showsWhatWasDoneMeanwhile() throws Exception {
        household.disconnect(DESK, START);
        household.setByHand(DESK, look -> look.with(Power.OFF));
        assertThat(listed().get("power").stringValue()).isEqualTo("on");
        now.set(START.plusSeconds(60));
        household.reconnect(DESK);
        assertThat(listed().get("power").stringValue()).isEqualTo("off");
        assertThat(listed().get("connected").booleanValue()).isTrue();
        assertThat(listed().get("last_seen").stringValue()).isEqualTo("2026-11-22T10:01:00Z");
        assertThat(listed().get("seconds_since_seen").intValue()).isZero();
    }

    @Test
    void spend_byAnotherClient_leavesLess_untilTheNextWindow() throws Exception {
        assertThat(home.cloud.spend(100)).isEqualTo(100);
        assertThat(home.get("/v1/lights/all").response().header("X-RateLimit-Remaining")).isEqualTo("19");
        assertThat(home.cloud.spend(100)).isEqualTo(19);
        assertThat(home.get("/v1/lights/all").status()).isEqualTo(429);
        now.set(START.plus(Duration.ofSeconds(60)));
        assertThat(home.get("/v1/lights/all").response().header("X-RateLimit-Remaining")).isEqualTo("119");
    }

    private JsonNode listed() throws Exception {
        return home.get("/v1/lights/id:" + DESK).json().get(0);
    }
}
