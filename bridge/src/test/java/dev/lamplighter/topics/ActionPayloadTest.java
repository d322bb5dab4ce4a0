package dev.lamplighter.topics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamplighter.light.Action;
import dev.lamplighter.light.Action.Clean;
import dev.lamplighter.light.Action.Cycle;
import dev.lamplighter.light.Color.Hue;
import dev.lamplighter.light.Color.White;
import dev.lamplighter.light.Effect.Breathe;
import dev.lamplighter.light.Effect.Flame;
import dev.lamplighter.light.Effect.Morph;
import dev.lamplighter.light.Effect.Move;
import dev.lamplighter.light.Effect.Off;
import dev.lamplighter.light.Effect.Pulse;
import dev.lamplighter.light.Effect.Sky;
import dev.lamplighter.light.Fade;
import dev.lamplighter.light.Level;
import dev.lamplighter.light.LightCommand.Change;
import dev.lamplighter.light.LightCommand.Perform;
import dev.lamplighter.light.Parsed;
import dev.lamplighter.light.Power;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ActionPayloadTest {
    private static final Change ON = Change.to(Power.ON);
    private static final Change DARK = Change.to(Level.NONE);
    private static final Change RED = Change.to(new Hue(0, 1));
    private static final Change BLUE = Change.to(new Hue(250, 1));
    private static final Change WARM = Change.to(new White(2700));
    private static final Change HALF = ON.with(new Level(0.2));
    private static final Change NONE = Change.NONE;

    static Stream<Arguments> effects() {
        return Stream.of(effect("'breathe'", breathe(DARK)), effect("'BREATHE'", breathe(DARK)),
                effect("{'name':'Breathe'}", breathe(DARK)),
                effect("{'name':'breathe','color':'red'}", breathe(RED)),
                effect("{'name':'breathe','color':{'h':250,'s':100}}", breathe(BLUE)),
                effect("{'name':'breathe','color':'red brightness:0.2'}", breathe(RED.with(new Level(0.2)))),
                effect("{'name':'breathe','from_color':'blue'}", new Breathe(DARK, BLUE, 1, 1, false, true, 0.5)),
                effect("{'name':'breathe','period':2.5}", new Breathe(DARK, NONE, 2.5, 1, false, true, 0.5)),
                effect("{'name':'breathe','cycles':6}", new Breathe(DARK, NONE, 1, 6, false, true, 0.5)),
                effect("{'name':'breathe','persist':true}", new Breathe(DARK, NONE, 1, 1, true, true, 0.5)),
                effect("{'name':'breathe','power_on':false}", new Breathe(DARK, NONE, 1, 1, false, false, 0.5)),
                effect("{'name':'breathe','peak':0.1}", new Breathe(DARK, NONE, 1, 1, false, true, 0.1)),
                effect("'pulse'", new Pulse(DARK, NONE, 1, 1, false, true)),
                effect("{'name':'pulse','color':'red','from_color':'kelvin:2700','period':0.5,'cycles':6,"
                        + "'persist':true,'power_on':false}", new Pulse(RED, WARM, 0.5, 6, true, false)),
                effect("'move'", new Move(false, 1, Optional.empty(), true)),
                effect("{'name':'move','direction':'backward','period':2,'cycles':0,'power_on':false}",
                        new Move(true, 2, Optional.of(0.0), false)),
                effect("{'name':'move','direction':'Forward'}", new Move(false, 1, Optional.empty(), true)),
                effect("'morph'", new Morph(5, Optional.empty(), List.of(), true)),
                effect("{'name':'morph','period':6,'duration':120,'palette':['red','kelvin:2700'],'power_on':false}",
                        new Morph(6, Optional.of(120.0), List.of(RED, WARM), false)),
                effect("'flame'", new Flame(5, Optional.empty(), true)),
                effect("{'name':'flame','period':3,'duration':0}", new Flame(3, Optional.of(0.0), true)),
                effect("'clouds'", new Sky(Sky.Kind.CLOUDS, Optional.empty(), true)),
                effect("{'name':'sunrise','duration':600}", new Sky(Sky.Kind.SUNRISE, Optional.of(600.0), true)),
                effect("{'name':'sunset','power_on':false}", new Sky(Sky.Kind.SUNSET, Optional.empty(), false)),
                effect("'off'", new Off(false)), effect("'none'", new Off(false)), effect("'Stop'", new Off(false)),
                effect("{'name':'off','power_off':true}", new Off(true)));
    }

    private static Arguments effect(String value, Action action) {
        return Arguments.of("{'effect':" + value + "}", new Perform(NONE, action));
    }

    private static Breathe breathe(Change color) {
        return new Breathe(color, NONE, 1, 1, false, true, 0.5);
    }

    static Stream<Arguments> effectsWithMore() {
        return Stream.of(Arguments.of("{'state':'ON','effect':'flame'}", ON, new Flame(5, Optional.empty(), true)),
                Arguments.of("{'effect':'breathe','color':'red'}", NONE, breathe(RED)),
                Arguments.of("{'effect':'breathe','color_temp':2700}", NONE, breathe(WARM)),
                Arguments.of("{'effect':'breathe','color':'red','transition':2}", NONE, breathe(RED)),
                Arguments.of("{'effect':{'name':'breathe','color':'red'},'color':'blue'}", BLUE, breathe(RED)),
                Arguments.of("{'effect':'pulse','color':'red','brightness':51,'transition':2}",
                        HALF.over(Fade.ofSeconds(2)), new Pulse(RED, NONE, 1, 1, false, true)),
                Arguments.of("{'effect':'move','color':'red'}", RED, new Move(false, 1, Optional.empty(), true)),
                Arguments.of("{'effect':'off','state':'OFF'}", Change.to(Power.OFF), new Off(false)),
                Arguments.of("{'effect':'off','brightness':0}", Change.to(Power.OFF), new Off(false)));
    }

    static Stream<Arguments> others() {
        return Stream.of(Arguments.of("{'flash':'short'}", NONE, flash(4)),
                Arguments.of("{'flash':'Long'}", NONE, flash(20)),
                Arguments.of("{'flash':2}", NONE, flash(4)), Arguments.of("{'flash':0.2}", NONE, flash(1)),
                Arguments.of("{'flash':1.9}", NONE, flash(3)), Arguments.of("{'flash':60}", NONE, flash(120)),
                Arguments.of("{'state':'ON','flash':10}", ON, flash(20)),
                Arguments.of("{'clean':7200}", NONE, new Clean(false, Optional.of(7200))),
                Arguments.of("{'clean':0}", NONE, new Clean(false, Optional.empty())),
                Arguments.of("{'clean':false}", NONE, new Clean(true, Optional.empty())),
                Arguments.of("{'clean':'STOP'}", NONE, new Clean(true, Optional.empty())),
                Arguments.of("{'clean':60,'state':'OFF'}", Change.to(Power.OFF), new Clean(false, Optional.of(60))),
                Arguments.of("{'cycle':[{'brightness':51},{'state':'OFF'}]}", NONE,
                        new Cycle(List.of(HALF, Change.to(Power.OFF)), NONE, false)),
                Arguments.of("{'cycle':{'states':[{'color':'red'},{'color':'blue'}]}}", NONE,
                        new Cycle(List.of(RED, BLUE), NONE, false)),
                Arguments.of("{'cycle':{'states':[{'color':'red'},{'color':'blue'}],'direction':'backward'}}", NONE,
                        new Cycle(List.of(RED, BLUE), NONE, true)),
                Arguments.of("{'state':'ON','transition':2,'cycle':[{'color':'red'},{'color':'blue','transition':0}]}",
                        NONE, new Cycle(List.of(RED.over(Fade.ofSeconds(2)), BLUE), ON.over(Fade.ofSeconds(2)), false)),
                Arguments.of("{'cycle':[" + "{'state':'ON'},".repeat(9) + "{'state':'off'}]}", NONE,
                        new Cycle(IntStream.range(0, 10).mapToObj(i -> i < 9 ? ON : Change.to(Power.OFF)).toList(),
                                NONE, false)));
    }

    private static Pulse flash(double cycles) {
        return new Pulse(DARK, NONE, 0.5, cycles, false, true);
    }

    @ParameterizedTest
    @MethodSource("effects")
    void effect_ofEachFormAndKey_isThatEffect(String payload, Perform perform) {
        assertThat(wish(payload).command()).isEqualTo(perform);
        assertThat(wish(payload).ignored()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("effectsWithMore")
    void effect_withAChange_performsAfterIt(String payload, Change first, Action action) {
        assertThat(wish(payload).command()).isEqualTo(new Perform(first, action));
    }

    @ParameterizedTest
    @MethodSource("others")
    void flashCleanAndCycle_ofEachForm_areThatAction(String payload, Change first, Action action) {
        assertThat(wish(payload).command()).isEqualTo(new Perform(first, action));
        assertThat(wish(payload).ignored()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', value = {
            "{'effect':'sparkle'}; effect: is breathe, pulse, move, morph, flame, clouds, sunrise, sunset or off, not \"sparkle\"",
            "{'effect':7}; effect: is breathe, pulse", "{'effect':null}; effect: is breathe",
            "{'effect':{}}; effect.name: is missing", "{'effect':{'name':'sparkle'}}; effect.name: is breathe, pulse",
            "{'effect':{'name':3}}; effect.name: takes a text",
            "{'effect':{'name':'breathe','color':'mauve'}}; effect.color: 'mauve' is not a LIFX colour",
            "{'effect':{'name':'breathe','color':{'h':400,'s':1}}}; effect.color.h: takes a number from 0 to 360",
            "{'effect':{'name':'breathe','from_color':5}}; effect.from_color: is a LIFX colour string",
            "{'effect':{'name':'breathe','period':0}}; effect.period: takes a number above 0, up to 86400, not 0",
            "{'effect':{'name':'breathe','period':90000}}; effect.period: takes a number above 0",
            "{'effect':{'name':'breathe','cycles':-1}}; effect.cycles: takes a number from 0 to 1000000",
            "{'effect':{'name':'breathe','persist':1}}; effect.persist: takes true or false, not 1",
            "{'effect':{'name':'breathe','power_on':'yes'}}; effect.power_on: takes true or false, not \"yes\"",
            "{'effect':{'name':'breathe','peak':1.1}}; effect.peak: takes a number from 0 to 1",
            "{'effect':{'name':'move','direction':'up'}}; effect.direction: is one of backward, forward, not \"up\"",
            "{'effect':{'name':'morph','palette':'red'}}; effect.palette: is a list of colours",
            "{'effect':{'name':'morph','palette':['red','mauve']}}; effect.palette[1]: 'mauve' is not",
            "{'effect':{'name':'flame','duration':-1}}; effect.duration: takes a number from 0",
            "{'effect':{'name':'off','power_off':0}}; effect.power_off: takes true or false",
            "{'effect':'flame','state':'OFF'}; effect: cannot be combined with a change that puts the light out",
            "{'effect':'flame','brightness':0}; effect: cannot be combined with a change that puts the light out",
            "{'effect':'flame','brightness_step':5}; payload: has a step together with an effect",
            "{'effect':'flame','flash':2}; effect: cannot be given together with flash",
            "{'flash':'short','clean':2}; flash: cannot be given together with clean",
            "{'clean':0,'cycle':[]}; clean: cannot be given together with cycle",
            "{'flash':0.1}; flash: takes a number from 0.2 to 60, not 0.1", "{'flash':61}; flash: takes a number",
            "{'flash':'medium'}; flash: is short, long or a number of seconds, not \"medium\"",
            "{'flash':true}; flash: is short, long", "{'flash':2,'state':'OFF'}; flash: cannot be combined",
            "{'clean':-1}; clean: takes a number from 0 to 86400", "{'clean':true}; clean: is a number of seconds",
            "{'clean':'soon'}; clean: is a number of seconds, 0 for the light's own time, or false to stop",
            "{'clean':60,'hue_step':5}; payload: has a step together with",
            "{'cycle':'on'}; cycle: is a list of 2 to 10 changes",
            "{'cycle':[{'state':'ON'}]}; cycle: has 1 states; a cycle has 2 to 10",
            "{'cycle':{}}; cycle.states: is missing", "{'cycle':{'states':5}}; cycle.states: is a list of 2 to 10",
            "{'cycle':{'states':[{'state':'ON'}]}}; cycle.states: has 1 states",
            "{'cycle':{'states':[{'state':'ON'},{'state':'OFF'}],'direction':1}}; cycle.direction: is one of backward",
            "{'cycle':['ON',{}]}; cycle[0]: is an object with the keys of a change",
            "{'cycle':[{'state':'ON'},{}]}; cycle[1]: wishes for nothing",
            "{'cycle':[{'state':'ON'},{'state':'TOGGLE'}]}; cycle[1].state: is one of off, on, not \"TOGGLE\"",
            "{'cycle':[{'brightness':300},{}]}; cycle[0].brightness: takes a number from 0 to 255, not 300",
            "{'zones':'0-3'}; payload: wishes for nothing", "{'zones':'x','state':'ON'}; zones: 'x' is neither a zone",
            "{'zones':'7-3','state':'ON'}; zones: '7-3' is neither",
            "{'zones':-1,'state':'ON'}; zones: '-1' is neither",
            "{'zones':1.5,'state':'ON'}; zones: '1.5' is neither",
            "{'zones':5000,'state':'ON'}; zones: '5000' is neither",
            "{'zones':[],'state':'ON'}; zones: is an empty list",
            "{'zones':true,'state':'ON'}; zones: is a text such as",
            "{'zones':[0,[1]],'state':'ON'}; zones[1]: is a text such as",
            "{'zones':0,'state':'TOGGLE'}; zones: cannot be combined with TOGGLE",
            "{'zones':0,'state':'OFF'}; zones: cannot be combined with OFF",
            "{'zones':0,'effect':'move'}; zones: cannot be combined with the effect move",
            "{'zones':0,'effect':'off'}; zones: cannot be combined with the effect off",
            "{'zones':0,'clean':5}; zones: cannot be combined with clean"})
    void parse_aWrongValue_isRefusedWholeSayingWhatAndWhere(String payload, String line) {
        assertThat(parse(payload)).isInstanceOfSatisfying(Parsed.Rejected.class,
                it -> assertThat(it.line()).contains(line).doesNotContain("\n"));
    }

    static Stream<Arguments> zones() {
        return Stream.of(Arguments.of("'0-3'", "0|1|2|3"), Arguments.of("'0|3|5-7'", "0|3|5|6|7"),
                Arguments.of("4", "4"), Arguments.of("'4'", "4"), Arguments.of("[0,'3-5',9]", "0|3|4|5|9"));
    }

    @ParameterizedTest
    @MethodSource("zones")
    void zones_ofEachForm_areThose(String value, String text) {
        assertThat(wish("{'color':'red','zones':" + value + "}").zones()).hasToString("Optional[" + text + "]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', value = {"{'effect':{'name':'pulse','peak':0.2}}; effect.peak",
            "{'effect':{'name':'flame','color':'red'}}; effect.color",
            "{'effect':{'name':'move','palette':['red']}}; effect.palette",
            "{'effect':{'name':'breathe','duration':5}}; effect.duration",
            "{'effect':{'name':'clouds','period':5}}; effect.period",
            "{'effect':{'name':'breathe','power_off':true}}; effect.power_off",
            "{'effect':{'name':'off','power_on':true}}; effect.power_on",
            "{'cycle':[{'state':'ON','sparkle':1},{'state':'OFF'}]}; cycle[0].sparkle",
            "{'cycle':[{'state':'ON'},{'state':'OFF','hue_step':4}]}; cycle[1].hue_step",
            "{'cycle':{'states':[{'state':'ON'},{'state':'OFF'}],'times':2}}; cycle.times",
            "{'flash':2,'selector':'all'}; selector"})
    void parse_aKeyThatIsNotTaken_isNamedAndLeftOut(String payload, String ignored) {
        assertThat(wish(payload).ignored()).containsExactly(ignored);
    }

    @Test
    void zones_withABrightness_neverSwitchTheWholeLightOff() {
        assertThat(wish("{'zones':0,'brightness':0}").command()).isEqualTo(DARK);
        assertThat(wish("{'zones':0,'brightness':51}").command()).isEqualTo(HALF);
        assertThat(wish("{'zones':0,'flash':2}").command()).isEqualTo(new Perform(NONE, flash(4)));
    }

    private static Wish wish(String payload) {
        return switch (parse(payload)) {
            case Parsed.Accepted<Wish>(var wish) -> wish;
            case Parsed.Rejected<Wish> rejected -> throw new AssertionError(rejected.line());
        };
    }

    private static Parsed<Wish> parse(String payload) {
        return CommandPayload.parse(payload.replace('\'', '"'), new Palette().reader());
    }
}
