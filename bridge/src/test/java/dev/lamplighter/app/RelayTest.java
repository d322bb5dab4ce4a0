package dev.lamplighter.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamplighter.cloud.CloudSettings;
import dev.lamplighter.cloud.NamedClient;
import dev.lamplighter.control.Outcome;
import dev.lamplighter.control.Way.Haste;
import dev.lamplighter.control.Way.Meant;
import dev.lamplighter.control.Way.Part;
import dev.lamplighter.control.Way.Reach;
import dev.lamplighter.control.Way.Sighting;
import dev.lamplighter.light.Action;
import dev.lamplighter.light.LightCommand.Change;
import dev.lamplighter.light.LightId;
import dev.lamplighter.light.Power;
import dev.lamplighter.light.Secret;
import dev.lamplighter.light.Selector;
import dev.lamplighter.web.relay.BoardLogins;
import dev.lamplighter.web.relay.Guest;
import dev.lamplighter.web.relay.RelaySettings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the relay does to lamps, whom it lets in, and that our own client of LIFX's API takes it for LIFX. */
class RelayTest {
    private static final LightId DESK = new LightId("d073d5001337");
    private static final String DESK_PATH = "/v1/lights/label:Desk%20Lamp";
    private static final Duration WITHIN = Duration.ofSeconds(10);

    @TempDir
    private Path folder;

    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicBoolean hallIsGone = new AtomicBoolean();
    private final BoardLogins boards = new BoardLogins() {
        @Override
        public Optional<Guest> board(String name, Secret password) {
            asked.incrementAndGet();
            return name.equals("hall") && password.reveal().equals("secret") && !hallIsGone.get()
                    ? Optional.of(new Guest(name, light -> light.id().equals(DESK), _ -> false))
                    : Optional.empty();
        }

        @Override
        public Object edition() {
            return hallIsGone.get();
        }
    };
    private RelayHome home;

    @BeforeEach
    void start() throws Exception {
        home = new RelayHome(folder, boards, RelaySettings.STANDARD);
    }

    @AfterEach
    void close() {
        home.close();
    }

    @Test
    void commands_ofAnyKind_areToldOnceWithTheirGuest() throws Exception {
        home.relay("POST", "/v1/lights/all/toggle", "{\"duration\":0}", basic("hall:secret"));
        home.relay("PUT", "/v1/lights/states", "{\"states\":[{\"selector\":\"label:Desk Lamp\",\"power\":\"on\"}]}");
        home.relay("PUT", DESK_PATH + "/state", "power=off&fast=true");
        home.require("all are told", () -> home.told.size() == 3);
        assertThat(home.told).containsExactly("hall, toggle {\"duration\":0}, id:" + DESK + ": APPLIED",
                "the house, states {\"states\":[{\"selector\":\"label:Desk Lamp\",\"power\":\"on\"}]}, id:" + DESK
                        + ": APPLIED",
                "the house, state power=off&fast=true, id:" + DESK + ": APPLIED");
    }

    @Test
    void state_ofALamp_isSetAndListed() throws Exception {
        home.relay("PUT", DESK_PATH + "/state", "{\"power\":\"off\",\"brightness\":0.25,\"duration\":0}");

        assertThat(home.household.light(DESK).look().power()).isEqualTo(Power.OFF);
        var listed = home.relay("GET", DESK_PATH, "").json().get(0);
        assertThat(listed.get("power").asString()).isEqualTo("off");
        assertThat(listed.get("brightness").asDouble()).isEqualTo(0.25, Offset.offset(0.001));
    }

    @Test
    void hueAlone_ofALampThatShowsAHue_keepsItsSaturation() throws Exception {
        home.relay("PUT", DESK_PATH + "/state", "{\"color\":\"hue:10 saturation:0.5\",\"duration\":0}");
        home.relay("PUT", DESK_PATH + "/state", "{\"color\":\"hue:120\",\"duration\":0}");

        var color = home.relay("GET", DESK_PATH, "").json().get(0).get("color");
        assertThat(color.get("hue").asDouble()).isBetween(119.9, 120.1);
        assertThat(color.get("saturation").asDouble()).isBetween(0.49, 0.51);
    }

    @Test
    void deltas_manyAtOnce_areAllTaken() throws Exception {
        home.relay("PUT", DESK_PATH + "/state", "{\"power\":\"on\",\"brightness\":0.1,\"duration\":0}");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var turn = 0; turn < 8; turn++) {
                var _ = threads.submit(
                        () -> home.relay("POST", DESK_PATH + "/state/delta", "{\"brightness\":0.1,\"duration\":0}"));
            }
        }
        home.require("the lamp is at nine tenths",
                () -> Math.abs(home.household.light(DESK).look().color().bright() - 0.9) < 0.01);
    }

    @Test
    void cycle_twice_comesBack() throws Exception {
        var body = "{\"states\":[{\"brightness\":1.0},{\"brightness\":0.4}],\"defaults\":{\"duration\":0}}";
        home.relay("PUT", DESK_PATH + "/state", "{\"power\":\"on\",\"brightness\":1.0,\"duration\":0}");
        home.relay("POST", DESK_PATH + "/cycle", body);
        assertThat(home.household.light(DESK).look().color().bright()).isBetween(0.39, 0.41);
        home.relay("POST", DESK_PATH + "/cycle", body);
        assertThat(home.household.light(DESK).look().color().bright()).isBetween(0.99, 1.0);
    }

    @Test
    void lamp_withoutCurrent_isOffline() throws Exception {
        home.household.disconnect(DESK, Instant.now().minusSeconds(60));
        var told = home.relay("PUT", DESK_PATH + "/state", "{\"power\":\"off\"}");
        assertThat(told.status()).isEqualTo(207);
        assertThat(told.json().get("results").get(0).get("status").asString()).isEqualTo("offline");
    }

    @Test
    void login_wrongOrMissing_isTurnedAwayAndTheTokenOfLifxIsWrongToo() throws Exception {
        for (var login : List.of("", "Bearer", "Bearer wrong", "Basic !", "Bearer " + RelayHome.TOKEN.reveal(),
                "Bearer hall:wrong")) {
            var told = home.relay("GET", "/v1/lights/all", "", login);
            assertThat(told.status()).as(login).isEqualTo(401);
            assertThat(told.text()).doesNotContain(RelayHome.TOKEN.reveal()).contains("\"error\"");
        }
    }

    @Test
    void login_asCurlSendsIt_isTaken() throws Exception {
        assertThat(home.relay("GET", "/v1/lights/all", "", basic(RelayHome.PASSWORD.reveal() + ":")).status())
                .isEqualTo(200);
        assertThat(home.relay("GET", "/v1/lights/all", "", basic("hall:secret")).status()).isEqualTo(200);
    }

    @Test
    void board_seesAndCommandsOnlyItsLights() throws Exception {
        var login = "Bearer hall:secret";
        assertThat(home.relay("GET", "/v1/lights/all", "", login).json()).hasSize(1);
        assertThat(home.relay("PUT", "/v1/lights/all/state", "{\"power\":\"off\",\"duration\":0}", login).json()
                .get("results")).hasSize(1);
        assertThat(home.household.light("Porch").look().power()).isEqualTo(Power.ON);
        assertThat(home.relay("PUT", "/v1/lights/label:Porch/state", "{\"power\":\"off\"}", login).status())
                .isEqualTo(404);
        assertThat(home.relay("GET", "/v1/scenes", "", login).json()).isEmpty();
        assertThat(home.relay("PUT", "/v1/scenes/scene_id:3f0c1a52-7f0e-4b0b-9d5d-2f6a1f0b7c11/activate", "{}", login)
                .status()).isEqualTo(404);
        assertThat(asked).as("a slow check once").hasValue(1);
    }

    @Test
    void passwords_wrongTooOften_areNotEvenLookedAt() throws Exception {
        assertThat(home.relay("GET", "/v1/lights/all", "").status()).isEqualTo(200);
        for (var turn = 0; turn < 5; turn++) {
            assertThat(home.relay("GET", "/v1/lights/all", "", "Bearer hall:" + turn).status()).isEqualTo(401);
        }
        for (var late : List.of("hall:5", "hall:secret", "guess")) {
            var told = home.relay("GET", "/v1/lights/all", "", "Bearer " + late);
            assertThat(told.status()).isEqualTo(429);
            assertThat(Integer.parseInt(told.headers().get("Retry-After"))).isBetween(1, 21);
        }
        assertThat(asked).hasValue(5);
        assertThat(home.relay("GET", "/v1/lights/all", "").status()).as("who is known goes on").isEqualTo(200);
    }

    @Test
    void board_thatIsRemoved_isOutAtOnce() throws Exception {
        assertThat(home.relay("GET", "/v1/lights/all", "", "Bearer hall:secret").status()).isEqualTo(200);
        hallIsGone.set(true);
        assertThat(home.relay("GET", "/v1/lights/all", "", "Bearer hall:secret").status()).isEqualTo(401);
    }

    @Test
    void requests_pastTheLimit_areRefusedWithLifxsHeaders() throws Exception {
        var first = home.relay("GET", "/v1/color?string=red", "");
        assertThat(first.headers().get("X-RateLimit-Limit")).isEqualTo("600");
        assertThat(first.headers().get("X-RateLimit-Remaining")).isEqualTo("599");
        assertThat(Long.parseLong(first.headers().get("X-RateLimit-Reset")))
                .isGreaterThan(Instant.now().getEpochSecond());
        for (var turn = 1; turn < 600; turn++) {
            home.relay("GET", "/v1/color?string=red", "");
        }
        assertThat(home.relay("GET", "/v1/color?string=red", "").status()).isEqualTo(429);
    }

    @Test
    void body_tooLong_isRefused() throws Exception {
        assertThat(home.relay("PUT", DESK_PATH + "/state", "{\"x\":\"" + "x".repeat(70_000) + "\"}").status())
                .isEqualTo(413);
    }

    @Test
    void ourOwnClient_withTheRelaysUrl_takesItForLifx() {
        var account = new CloudSettings(RelayHome.PASSWORD, home.url, Optional.empty());
        try (var client = NamedClient.of(account, () -> true, InstantSource.system())) {
            var seen = done(client.look(WITHIN).outcome());
            assertThat(seen).hasSize(home.household.lights().size()).allMatch(Sighting::reachable);
            assertThat(seen.stream().filter(it -> it.light().product().multizone()).findFirst().orElseThrow().state()
                    .zones()).hasSize(16);
            assertThat(done(client.scenes(WITHIN).outcome())).hasSize(2);
            var desk = new Meant(new Selector.Id(DESK), Set.of(DESK), Optional.empty());
            assertThat(done(client.apply(List.of(new Part(desk, Change.to(Power.OFF))), Haste.CERTAIN, WITHIN)
                    .outcome())).isEqualTo(Map.of(DESK, Reach.OK));
            assertThat(home.household.light(DESK).look().power()).isEqualTo(Power.OFF);
            assertThat(done(client.perform(desk, new Action.Clean(true, Optional.empty()), WITHIN).outcome()))
                    .isEqualTo(Map.of(DESK, Reach.OK));
            assertThat(client.color("beige", WITHIN).outcome()).isInstanceOf(Outcome.Refused.class);
            assertThat(client.look(WITHIN).allowance()).isPresent();
        }
    }

    private static <T> T done(Outcome<T> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done<T>) outcome).value();
    }

    private static String basic(String text) {
        return "Basic " + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
