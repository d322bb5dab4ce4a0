package dev.lamplighter.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamplighter.control.Outcome;
import dev.lamplighter.control.Reply;
import dev.lamplighter.control.Way;
import dev.lamplighter.control.Way.Haste;
import dev.lamplighter.control.Way.Meant;
import dev.lamplighter.control.Way.Part;
import dev.lamplighter.control.Way.Reach;
import dev.lamplighter.control.Way.Sighting;
import dev.lamplighter.light.Action;
import dev.lamplighter.light.Color;
import dev.lamplighter.light.Effect;
import dev.lamplighter.light.Fade;
import dev.lamplighter.light.Level;
import dev.lamplighter.light.LightCommand.Change;
import dev.lamplighter.light.LightId;
import dev.lamplighter.light.Power;
import dev.lamplighter.light.Selector;
import dev.lamplighter.light.Zones;
import dev.lamplighter.simulator.Household;
import dev.lamplighter.simulator.Hsbk;
import dev.lamplighter.simulator.SimulatedLight;
import dev.lamplighter.simulator.SimulatedLight.Look;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What control counts on with every way to lights. Each way has this suite run against simulated lights at its far end. */
@Timeout(60)
abstract class WayContract {
    static final LightId DESK = new LightId("d073d5001337");
    static final LightId STRIP = new LightId("d073d528d80f");
    static final LightId PORCH = new LightId("d073d5003b01");
    static final LightId HALL = new LightId("d073d5003b02");
    static final LightId CANDLE = new LightId("d073d5006a11");
    static final LightId MIRROR = new LightId("d073d5007e90");
    static final Duration AMPLE = Duration.ofSeconds(5);
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Change RED = Change.to(Color.ofHue(0, 1)).with(Level.FULL);
    private static final Change BLUE = Change.to(Color.ofHue(240, 1)).with(new Level(0.5));

    final Household household = Household.standard();
    private final Bell bell = new Bell();
    private Far far;

    /** A way with a far end where things can go wrong. */
    interface Far extends AutoCloseable {
        Way way();

        /** The light does not answer any more. */
        void silence(LightId light);

        /** Nothing answers any more. */
        void silenceAll();

        @Override
        void close();
    }

    abstract Far open(Household lights) throws Exception;

    @BeforeEach
    void openFar() throws Exception {
        household.onChange(_ -> bell.ring());
        far = open(household);
        assertThat(bell.await(() -> sightings().size() == household.lights().size(), LONG)).isTrue();
    }

    @AfterEach
    void closeFar() {
        far.close();
    }

    @Test
    void look_tellsOfEveryLight_whatItIsAndShows() {
        for (var sighting : done(far.way().look(AMPLE))) {
            var light = household.light(sighting.light().id());
            assertThat(sighting.reachable()).isTrue();
            assertThat(sighting.light().label()).isEqualTo(light.label());
            assertThat(sighting.light().group()).contains(light.group());
            assertThat(sighting.light().location()).contains(light.location());
            assertThat(sighting.light().product()).isEqualTo(light.model().product());
            assertThat(Looks.alike(light.look(), sighting.state())).as("%s", sighting.state()).isTrue();
        }
    }

    @Test
    void look_afterAHandWasAtTheLight_showsIt() {
        household.setByHand(DESK, look -> look.with(Power.OFF).with(Hsbk.of(200, 0.7, 0.3, 3500)));
        household.setByHand(PORCH, look -> look.withInfrared(32_768));
        household.setByHand(STRIP, look -> look.with(Hsbk.of(90, 1, 1, 3500)));
        assertThat(Looks.alike(light(DESK).look(), sighting(DESK).state())).isTrue();
        assertThat(sighting(PORCH).state().infrared().map(Level::fraction).orElseThrow()).isBetween(0.499, 0.501);
        assertThat(sighting(STRIP).state().zones()).hasSize(16).allSatisfy(
                zone -> assertThat(zone.level().fraction()).isBetween(0.999, 1.0));
    }

    @Test
    void change_ofEachField_leavesTheOthersAsTheyAre() throws Exception {
        apply(DESK, RED);
        await(DESK, look -> Looks.shows(look, RED.with(Power.ON)));
        apply(DESK, Change.to(new Level(0.25)));
        await(DESK, look -> Looks.shows(look, RED.with(new Level(0.25)).with(Power.ON)));
        apply(DESK, Change.to(Color.ofHue(120, 0.5)));
        await(DESK, look -> Looks.shows(look, Change.to(Color.ofHue(120, 0.5)).with(new Level(0.25)).with(Power.ON)));
        apply(DESK, Change.to(Power.OFF));
        await(DESK, look -> Looks.shows(look, Change.to(Color.ofHue(120, 0.5)).with(new Level(0.25)).with(Power.OFF)));
        apply(DESK, Change.to(new Color.White(4000)));
        await(DESK, look -> Looks.shows(look, Change.to(new Color.White(4000)).with(Power.OFF)));
        apply(PORCH, Change.NONE.withInfrared(new Level(0.5)));
        await(PORCH, look -> Math.abs(look.infrared() - 32_768) < 100 && look.power() == Power.ON);
    }

    @Test
    void change_thatLightsALamp_neverShowsItsOldColor() throws Exception {
        household.setByHand(DESK, look -> look.with(Power.OFF).with(Hsbk.of(120, 1, 1, 3500)));
        var lit = new TreeSet<String>();
        household.onChange(change -> {
            if (change.after().look().power() == Power.ON) {
                lit.add(change.after().look().color().toString());
            }
        });
        apply(DESK, RED.with(Power.ON));
        await(DESK, look -> Looks.shows(look, RED.with(Power.ON)));
        assertThat(lit).hasSize(1);
    }

    @Test
    void parts_inOneCall_areEachCarriedOut() throws Exception {
        var parts = List.of(part(DESK, RED), part(HALL, Change.to(new Level(0.1))), part(MIRROR, Change.to(Power.OFF)));
        assertThat(done(far.way().apply(parts, Haste.CERTAIN, AMPLE)))
                .isEqualTo(Map.of(DESK, Reach.OK, HALL, Reach.OK, MIRROR, Reach.OK));
        await(DESK, look -> Looks.shows(look, RED));
        await(HALL, look -> Looks.shows(look, Change.to(new Level(0.1))));
        await(MIRROR, look -> look.power() == Power.OFF);
    }

    @Test
    void part_forARoom_isForAllOfItsLights() throws Exception {
        var office = household.light(DESK).group().id();
        var part = new Part(new Meant(new Selector.GroupId(office), Set.of(DESK, STRIP), Optional.empty()), RED);
        assertThat(done(far.way().apply(List.of(part), Haste.CERTAIN, AMPLE)))
                .isEqualTo(Map.of(DESK, Reach.OK, STRIP, Reach.OK));
        await(DESK, look -> Looks.shows(look, RED));
        await(STRIP, look -> Looks.shows(look, RED));
        assertThat(Looks.shows(light(PORCH).look(), RED)).isFalse();
    }

    @Test
    void zones_areChangedAlone() throws Exception {
        var some = Zones.of(2, 5);
        var part = new Part(new Meant(new Selector.Id(STRIP), Set.of(STRIP), Optional.of(some)), BLUE);
        assertThat(done(far.way().apply(List.of(part), Haste.CERTAIN, AMPLE))).isEqualTo(Map.of(STRIP, Reach.OK));
        await(STRIP, look -> blue(look.zones().get(2)) && blue(look.zones().get(5)));
        assertThat(light(STRIP).look().zones().stream().filter(WayContract::blue)).hasSize(4);
    }

    @Test
    void fast_changeIsInForceSoon() throws Exception {
        var reply = far.way().apply(List.of(part(DESK, RED)), Haste.FAST, AMPLE);
        assertThat(reply.outcome()).isInstanceOf(Outcome.Done.class);
        await(DESK, look -> Looks.shows(look, RED));
    }

    @Test
    void fade_takesItsTime() throws Exception {
        apply(DESK, RED.over(Fade.ofSeconds(600)));
        await(DESK, look -> Looks.shows(look, RED));
        assertThat(light(DESK).at(Instant.now()).look().color().bright()).isBetween(0.49, 0.6);
        assertThat(sighting(DESK).state().level().fraction()).isBetween(0.49, 0.6);
    }

    @Test
    void light_thatDoesNotAnswer_isSaidToBeOut_andTheOthersTakeTheirs() throws Exception {
        far.silence(DESK);
        var reply = far.way().apply(List.of(part(DESK, RED), part(MIRROR, RED)), Haste.CERTAIN, AMPLE);
        assertThat(done(reply).get(DESK)).isNotEqualTo(Reach.OK);
        assertThat(done(reply)).containsEntry(MIRROR, Reach.OK);
        await(MIRROR, look -> Looks.shows(look, RED));
        assertThat(Looks.shows(light(DESK).look(), RED)).isFalse();
    }

    @Test
    void nobodyAnswers_isSaid_withinTheTimeGiven() {
        far.silenceAll();
        var within = Duration.ofSeconds(2);
        var begun = System.nanoTime();
        var reply = far.way().apply(List.of(part(DESK, RED)), Haste.CERTAIN, within);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(within.plusSeconds(2));
        assertThat(tookIt(reply, DESK)).isFalse();
        assertThat(Looks.shows(light(DESK).look(), RED)).isFalse();
    }

    @Test
    void effects_runInTheLightsThatHaveThem_andEnd() throws Exception {
        perform(STRIP, new Effect.Move(false, 2, Optional.empty(), true));
        await(STRIP, look -> look.effect().equals("MOVE"));
        perform(CANDLE, new Effect.Morph(5, Optional.empty(), List.of(RED, BLUE), true));
        await(CANDLE, look -> look.effect().equals("MORPH"));
        assertThat(light(CANDLE).look().running().orElseThrow().palette()).hasSize(2);
        perform(CANDLE, new Effect.Flame(5, Optional.empty(), true));
        await(CANDLE, look -> look.effect().equals("FLAME"));
        assertThat(sighting(CANDLE).state().effect()).contains("flame");
        perform(CANDLE, new Effect.Off(false));
        await(CANDLE, look -> look.effect().equals(Look.NO_EFFECT));
        perform(STRIP, new Effect.Off(false));
        await(STRIP, look -> look.effect().equals(Look.NO_EFFECT));
    }

    @Test
    void wave_leavesItsColorOnlyWhereItIsToPersist() throws Exception {
        household.setByHand(DESK, look -> look.with(Power.OFF));
        var before = light(DESK).look().color();
        perform(DESK, new Effect.Pulse(RED, Change.NONE, 0.2, 2, false, true));
        await(DESK, look -> look.power() == Power.ON);
        assertThat(light(DESK).look().color()).isEqualTo(before);
        perform(DESK, new Effect.Breathe(RED, Change.NONE, 0.2, 2, true, true, 0.5));
        await(DESK, look -> Looks.shows(look, RED));
    }

    @Test
    void cleaning_beginsAndIsStopped() throws Exception {
        perform(MIRROR, new Action.Clean(false, Optional.of(600)));
        assertThat(bell.await(() -> light(MIRROR).course().cleaning().isPresent(), LONG)).isTrue();
        perform(MIRROR, new Action.Clean(true, Optional.empty()));
        assertThat(bell.await(() -> light(MIRROR).course().cleaning().isEmpty(), LONG)).isTrue();
    }

    @Test
    void manyCallsAtOnce_areAllCarriedOut() throws Exception {
        var ends = new TreeMap<LightId, Change>();
        var threads = household.lights().stream().map(light -> Thread.ofVirtual().start(() -> {
            for (var step = 1; step <= 10; step++) {
                apply(light.id(), Change.to(new Level(step / 10.0)));
            }
        })).toList();
        household.lights().forEach(light -> ends.put(light.id(), Change.to(Level.FULL)));
        for (var thread : threads) {
            thread.join();
        }
        ends.forEach((light, end) -> assertThat(Looks.shows(light(light).look(), end)).as("%s", light).isTrue());
    }

    private void apply(LightId light, Change change) {
        assertThat(done(far.way().apply(List.of(part(light, change)), Haste.CERTAIN, AMPLE)))
                .isEqualTo(Map.of(light, Reach.OK));
    }

    private void perform(LightId light, Action action) {
        assertThat(far.way().performs(action)).isTrue();
        assertThat(done(far.way().perform(meant(light), action, AMPLE))).isEqualTo(Map.of(light, Reach.OK));
    }

    private void await(LightId light, Predicate<Look> shown) throws InterruptedException {
        BooleanSupplier condition = () -> shown.test(light(light).look());
        assertThat(bell.await(condition, LONG)).as("%s", light(light)).isTrue();
    }

    private SimulatedLight light(LightId id) {
        return household.light(id);
    }

    private List<Sighting> sightings() {
        return switch (far.way().look(AMPLE).outcome()) {
            case Outcome.Done<List<Sighting>>(var lights) -> lights;
            case Outcome.Throttled<List<Sighting>> _,Outcome.Unreachable<List<Sighting>> _,Outcome.Refused<List<Sighting>> _ ->
                List.of();
        };
    }

    private Sighting sighting(LightId light) {
        return done(far.way().look(AMPLE)).stream().filter(it -> it.light().id().equals(light)).findFirst()
                .orElseThrow();
    }

    private static boolean tookIt(Reply<Map<LightId, Reach>> reply, LightId light) {
        return reply.outcome() instanceof Outcome.Done<Map<LightId, Reach>>(var reached)
                && reached.get(light) == Reach.OK;
    }

    private static boolean blue(Hsbk zone) {
        return zone.saturation() > 65_000 && Math.abs(zone.bright() - 0.5) < 0.003;
    }

    private static Meant meant(LightId... lights) {
        var selectors = Arrays.stream(lights).<Selector>map(Selector.Id::new).toList();
        var selector = selectors.size() == 1 ? selectors.getFirst() : new Selector.Union(selectors);
        return new Meant(selector, Arrays.stream(lights).collect(Collectors.toSet()), Optional.empty());
    }

    static Part part(LightId light, Change change) {
        return new Part(meant(light), change);
    }

    private static <T> T done(Reply<T> reply) {
        assertThat(reply.outcome()).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done<T>) reply.outcome()).value();
    }
}
