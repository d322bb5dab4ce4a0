package dev.lamplighter.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamplighter.control.Outcome.Done;
import dev.lamplighter.control.Outcome.Refused;
import dev.lamplighter.control.Reply;
import dev.lamplighter.control.Way.Haste;
import dev.lamplighter.control.Way.Meant;
import dev.lamplighter.control.Way.Part;
import dev.lamplighter.control.Way.Reach;
import dev.lamplighter.light.Action;
import dev.lamplighter.light.Action.Activate;
import dev.lamplighter.light.Color;
import dev.lamplighter.light.Effect;
import dev.lamplighter.light.Fade;
import dev.lamplighter.light.Level;
import dev.lamplighter.light.Light.Room;
import dev.lamplighter.light.LightCommand.Change;
import dev.lamplighter.light.Power;
import dev.lamplighter.light.Scene;
import dev.lamplighter.light.Selector;
import dev.lamplighter.light.Zones;
import dev.lamplighter.simulator.Household;
import dev.lamplighter.simulator.Model;
import dev.lamplighter.simulator.SimulatedCloud;
import dev.lamplighter.simulator.SimulatedLight;
import dev.lamplighter.simulator.SimulatorSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is printed here and read there, and back, over real HTTPS. */
@Timeout(30)
final class SimulatedAccountTest {
    private static final Duration AMPLE = Duration.ofSeconds(10);
    private static final UUID EVENING = UUID.fromString("3f0c1a52-7f0e-4b0b-9d5d-2f6a1f0b7c11");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"Desk Lamp", "a|b", "#1", "up/down", "100%", "%41", "%2F", "1+1", "Küche", "Büro·灯",
            "💡", "👩‍🚀 lamp", "what?", "a&b=c", "a;b", "a:b", "\"quoted\" 'too'", "back\\slash", "<b>", "{x}[y]^`~",
            ".", "..", "a/../b", " padded ", "!$&()*@_-", "naïve é é", "مصباح", ":random"})
    void apply_anyLabel_arrivesAsTheSameText(String label) throws Exception {
        var light = SimulatedLight.fresh(Parts.DESK, label, new Room("0c9b", "Hall"), Model.COLOR);
        var lights = new Household(List.of(light), List.of());
        try (var cloud = started(lights); var client = client(cloud)) {
            var labelled = new Meant(new Selector.Label(label), Set.of(Parts.DESK), Optional.empty());
            assertThat(done(client.apply(List.of(new Part(labelled, Change.to(Power.OFF))), Haste.CERTAIN, AMPLE)))
                    .isEqualTo(Map.of(Parts.DESK, Reach.OK));
            assertThat(cloud.log().all().getLast().path()).isEqualTo("/v1/lights/label:" + label + "/state");
            assertThat(lights.light(Parts.DESK).look().power()).isEqualTo(Power.OFF);
            assertThat(done(client.look(AMPLE)).getFirst().light().label()).isEqualTo(label);
        }
    }

    @Test
    void apply_zones_changesThoseAndReadsThemBack() throws Exception {
        try (var cloud = started(Household.standard()); var client = client(cloud)) {
            var some = new Meant(new Selector.Id(Parts.SHELF), Set.of(Parts.SHELF), Optional.of(Zones.of(2, 4)));
            var dim = Change.to(new Color.Hue(60, 1)).with(new Level(0.3));
            assertThat(done(client.apply(List.of(new Part(some, dim)), Haste.CERTAIN, AMPLE)))
                    .isEqualTo(Map.of(Parts.SHELF, Reach.OK));
            assertThat(cloud.log().all().getLast().path()).isEqualTo("/v1/lights/id:d073d528d80f|2|3|4/state");
            var zones = done(client.look(AMPLE)).stream()
                    .filter(sighting -> sighting.light().id().equals(Parts.SHELF)).findFirst().orElseThrow().state()
                    .zones();
            for (var index = 0; index < zones.size(); index++) {
                assertThat(zones.get(index).level()).isEqualTo(new Level(index >= 2 && index <= 4 ? 0.3 : 0.5));
            }
            assertThat(zones).hasSizeGreaterThan(5);
            assertThat(zones.get(3).color()).isEqualTo(new Color.Hue(60, 1));
        }
    }

    static Stream<Action> effects() {
        var red = Change.to(new Color.Hue(0, 1)).with(new Level(0.5));
        return Stream.of(new Effect.Breathe(red, Change.to(new Color.White(3000)), 1, 3, true, true, 0.5),
                new Effect.Pulse(red, Change.NONE, 0.2, 3, false, true),
                new Effect.Move(true, 2, Optional.of(5.0), true),
                new Effect.Morph(5, Optional.of(60.0), List.of(red, Change.to(new Color.White(3500))), true),
                new Effect.Flame(5, Optional.empty(), true),
                new Effect.Sky(Effect.Sky.Kind.CLOUDS, Optional.of(60.0), true),
                new Effect.Sky(Effect.Sky.Kind.SUNRISE, Optional.empty(), true),
                new Effect.Sky(Effect.Sky.Kind.SUNSET, Optional.empty(), true), new Effect.Off(false));
    }

    @ParameterizedTest
    @MethodSource("effects")
    void perform_effect_isUnderstood(Effect effect) throws Exception {
        try (var cloud = started(Household.standard()); var client = client(cloud)) {
            var all = new Meant(new Selector.All(), Set.of(), Optional.empty());
            assertThat(done(client.perform(all, effect, AMPLE))).hasSize(7).containsValue(Reach.OK);
            assertThat(cloud.log().all()).singleElement()
                    .satisfies(asked -> assertThat(asked.path()).isEqualTo("/v1/lights/all/effects/" + effect.word()));
        }
    }

    @Test
    void perform_move_showsInTheStateUntilItIsStopped() throws Exception {
        try (var cloud = started(Household.standard()); var client = client(cloud)) {
            client.perform(Parts.meant(Parts.SHELF), new Effect.Move(false, 1, Optional.empty(), true), AMPLE);
            assertThat(shelfEffect(client)).contains("move");
            client.perform(Parts.meant(Parts.SHELF), new Effect.Off(false), AMPLE);
            assertThat(shelfEffect(client)).isEmpty();
        }
    }

    @Test
    void perform_scene_isActivatedWithItsOptions() throws Exception {
        try (var cloud = started(Household.standard()); var client = client(cloud)) {
            var evening = new Activate(EVENING, Optional.of(Fade.NONE), Set.of(Activate.Part.POWER),
                    Change.to(new Level(0.25)));
            assertThat(done(client.perform(Parts.meant(Parts.DESK), evening, AMPLE))).hasSize(3)
                    .containsEntry(Parts.DESK, Reach.OK);
            assertThat(done(client.look(AMPLE)).getFirst().state().level()).isEqualTo(new Level(0.25));
        }
    }

    @Test
    void scenes_account_areReadAsTheyShow() throws Exception {
        try (var cloud = started(Household.standard()); var client = client(cloud)) {
            var scenes = done(client.scenes(AMPLE));
            assertThat(scenes).map(Scene::name).containsExactly("Evening", "Night");
            assertThat(scenes.getFirst().id()).isEqualTo(EVENING);
            assertThat(scenes.getFirst().lights()).hasSize(3).containsEntry(Parts.DESK,
                    Change.to(Power.ON).with(new Color.Hue(30, 0.4)).with(new Level(0.35)));
        }
    }

    @Test
    void color_string_isWhatLifxSays() throws Exception {
        try (var cloud = started(Household.standard()); var client = client(cloud)) {
            assertThat(done(client.color("#00ff00", AMPLE)))
                    .isEqualTo(Change.to(new Color.Hue(120, 1)).with(Level.FULL));
            assertThat(done(client.color("kelvin:2700 brightness:0.4", AMPLE)))
                    .isEqualTo(Change.to(new Color.White(2700)).with(new Level(0.4)));
            assertThat(client.color("mauve+taupe & more", AMPLE).outcome()).isEqualTo(
                    new Refused<>("the LIFX Cloud does not understand the request: string is invalid"));
        }
    }

    @Test
    void look_accountWithoutLights_isNoLights() throws Exception {
        try (var cloud = started(new Household(List.of(), List.of())); var client = client(cloud)) {
            assertThat(client.look(AMPLE).outcome()).isEqualTo(new Done<>(List.of()));
            assertThat(cloud.log().all().getLast().status()).isEqualTo(404);
        }
    }

    private static Optional<String> shelfEffect(CloudClient client) {
        return done(client.look(AMPLE)).stream().filter(sighting -> sighting.light().id().equals(Parts.SHELF))
                .findFirst().orElseThrow().state().effect();
    }

    private static SimulatedCloud started(Household household) throws IOException {
        var cloud = new SimulatedCloud(SimulatorSettings.standard(HttpsServer.TOKEN), household,
                InstantSource.fixed(HttpsServer.NOW), new Random(1));
        cloud.start();
        return cloud;
    }

    private CloudClient client(SimulatedCloud cloud) throws IOException {
        var ca = folder.resolve("simulated.pem");
        cloud.writeCa(ca);
        return HttpsServer.client(new CloudSettings(HttpsServer.TOKEN, cloud.url(), Optional.of(ca)),
                HttpsServer.LOOPBACK);
    }

    private static <T> T done(Reply<T> reply) {
        assertThat(reply.outcome()).isInstanceOf(Done.class);
        return ((Done<T>) reply.outcome()).value();
    }
}
