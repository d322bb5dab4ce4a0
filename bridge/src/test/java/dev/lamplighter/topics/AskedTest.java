package dev.lamplighter.topics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamplighter.light.Action.Activate;
import dev.lamplighter.light.Action.Activate.Part;
import dev.lamplighter.light.Fade;
import dev.lamplighter.light.Level;
import dev.lamplighter.light.LightCommand.Change;
import dev.lamplighter.light.LightCommand.Perform;
import dev.lamplighter.light.Parsed;
import dev.lamplighter.light.Power;
import dev.lamplighter.light.Selector;
import dev.lamplighter.light.Zones;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class AskedTest {
    private static final UUID SCENE = UUID.fromString("3f0c1a52-7f0e-4b0b-9d5d-2f6a1f0b7c11");
    private static final Asked CHOSEN = new Asked.OfChosen();
    private static final Asked EVENING = new Asked.OfScene(SCENE);

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', value = {"all; all", "label:Desk Lamp; label:Desk Lamp",
            "group:Office:random; group:Office:random", "all|0-2; all|0|1|2",
            "id:d073d5001337,label:Porch; id:d073d5001337,label:Porch",
            "scene_id:3f0c1a52-7f0e-4b0b-9d5d-2f6a1f0b7c11; scene_id:3f0c1a52-7f0e-4b0b-9d5d-2f6a1f0b7c11"})
    void select_withASelector_meansThoseLights(String selector, String target) {
        var errand = errand(CHOSEN, "{'selector':'" + selector + "','state':'ON'}");
        assertThat(errand.target().text()).isEqualTo(target);
        assertThat(errand.wish().command()).isEqualTo(Change.to(Power.ON));
        assertThat(errand.wish().ignored()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', value = {
            "ON; payload: is 'ON', but here a command is a JSON object whose selector says",
            "{'state':'ON'}; selector: is missing", "{'selector':5,'state':'ON'}; selector: takes a text",
            "{'selector':'','state':'ON'}; selector: '' is not all, id:",
            "{'selector':'Desk','state':'ON'}; selector: 'Desk' is not",
            "{'selector':'id:desk','state':'ON'}; selector: 'desk' is not a LIFX serial",
            "{'selector':'a\\nb','state':'ON'}; selector: has a control character",
            "{'selector':'all'}; payload: wishes for nothing",
            "{'selector':'all','brightness':300}; brightness: takes a number",
            "{'selector':'all|0','zones':1,'color':'red'}; zones: are given twice",
            "{'selector':'all|0,label:a','zones':1,'color':'red'}; zones: are given twice"})
    void select_thatIsWrong_isRefusedSayingWhatAndWhere(String payload, String line) {
        assertRejected(CHOSEN, payload, line);
    }

    @Test
    void zones_areOfTheLightsTheTopicNames() {
        var zoned = errand(new Asked.OfLights(new Selector.Label("Strip")), "{'zones':'0-3','color':'red'}");
        assertThat(zoned.target()).isEqualTo(new Selector.Zoned(new Selector.Label("Strip"), Zones.of(0, 3)));
        var chosen = errand(CHOSEN, "{'selector':'label:a,label:b','zones':2,'color':'red'}");
        assertThat(chosen.target().text()).isEqualTo("label:a|2,label:b|2");
    }

    @Test
    void selector_onATopicThatNamesTheLights_isIgnoredAndNamed() {
        var errand = errand(new Asked.OfLights(new Selector.All()), "{'state':'ON','selector':'label:Desk'}");
        assertThat(errand.target()).isEqualTo(new Selector.All());
        assertThat(errand.wish().ignored()).containsExactly("selector");
    }

    static Stream<Arguments> activations() {
        var level = Change.to(new Level(0.2));
        var slow = Optional.of(Fade.ofSeconds(3));
        return Stream.of(Arguments.of("ON", activate(Optional.empty(), Set.of(), Change.NONE)),
                Arguments.of(" on ", activate(Optional.empty(), Set.of(), Change.NONE)),
                Arguments.of("{}", activate(Optional.empty(), Set.of(), Change.NONE)),
                Arguments.of("{'state':'on'}", activate(Optional.empty(), Set.of(), Change.NONE)),
                Arguments.of("{'transition':3}", activate(slow, Set.of(), Change.NONE)),
                Arguments.of("{'transition':0}", activate(Optional.of(Fade.NONE), Set.of(), Change.NONE)),
                Arguments.of("{'ignore':['power','Kelvin']}",
                        activate(Optional.empty(), Set.of(Part.POWER, Part.KELVIN), Change.NONE)),
                Arguments.of("{'overrides':{'brightness':51}}", activate(Optional.empty(), Set.of(), level)),
                Arguments.of("{'overrides':{'brightness':0,'state':'OFF'}}",
                        activate(Optional.empty(), Set.of(), Change.to(Power.OFF).with(Level.NONE))),
                Arguments.of("{'transition':3,'overrides':{'brightness':51}}",
                        activate(slow, Set.of(), level.over(Fade.ofSeconds(3)))));
    }

    private static Activate activate(Optional<Fade> fade, Set<Part> ignore, Change overrides) {
        return new Activate(SCENE, fade, ignore, overrides);
    }

    @ParameterizedTest
    @MethodSource("activations")
    void scene_ofEachForm_isActivatedSo(String payload, Activate activate) {
        var errand = errand(EVENING, payload);
        assertThat(errand.target()).isEqualTo(new Selector.SceneId(SCENE));
        assertThat(errand.wish().command()).isEqualTo(new Perform(Change.NONE, activate));
        assertThat(errand.wish().ignored()).isEmpty();
    }

    @Test
    void scene_withIdAndUnknownKeys_hasBothInItsResult() {
        var wish = errand(EVENING, "{'id':'a','brightness':3,'overrides':{'sparkle':1}}").wish();
        assertThat(wish.id()).contains("a");
        assertThat(wish.ignored()).containsExactly("brightness", "overrides.sparkle");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', value = {
            "OFF; payload: 'OFF' means nothing to a scene; a scene takes ON, {}, or an object with",
            "40; payload: '40' means nothing to a scene", "``; payload: '' means nothing to a scene",
            "{'state':'OFF'}; state: is ON or left out, not \"OFF\"; a scene takes ON", "{'state':1}; state: is ON",
            "{'transition':-1}; transition: takes a number from 0", "{'ignore':'power'}; ignore: is a list of words",
            "{'ignore':['power','colour']}; ignore[1]: is one of brightness, duration, hue",
            "{'overrides':5}; overrides: is an object with the keys of a change",
            "{'overrides':{'state':'TOGGLE'}}; overrides.state: is one of off, on",
            "{'overrides':{'brightness':256}}; overrides.brightness: takes a number", "{; payload: is not right JSON"})
    void scene_toldSomethingElse_isRefusedSayingWhatAndWhere(String payload, String line) {
        assertRejected(EVENING, payload, line);
    }

    private static void assertRejected(Asked asked, String payload, String line) {
        assertThat(read(asked, payload)).isInstanceOfSatisfying(Parsed.Rejected.class,
                it -> assertThat(it.line()).contains(line).doesNotContain("\n"));
    }

    private static Errand errand(Asked asked, String payload) {
        return switch (read(asked, payload)) {
            case Parsed.Accepted<Errand>(var errand) -> errand;
            case Parsed.Rejected<Errand> rejected -> throw new AssertionError(rejected.line());
        };
    }

    private static Parsed<Errand> read(Asked asked, String payload) {
        return asked.read(payload.replace('\'', '"').getBytes(StandardCharsets.UTF_8), new Palette().reader());
    }
}
