package dev.lamplighter.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamplighter.light.Parsed;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

class SetWordsTest {
    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', value = {"on; {'state':'ON'}", "Off; {'state':'OFF'}",
            "toggle; {'state':'TOGGLE'}", "40; {'brightness_pct':40}", "12.5; {'brightness_pct':12.5}",
            "+10; {'brightness_step_pct':10}", "-10; {'brightness_step_pct':-10}",
            "on 40 transition=2; {'state':'ON','brightness_pct':40,'transition':2}",
            "color=red; {'color':'red'}", "color=#ff0000; {'color':'#ff0000'}",
            "color=blue_saturation:0.5; {'color':'blue saturation:0.5'}",
            "color.h=210 color.s=80; {'color':{'h':210,'s':80}}",
            "hue_step=-30; {'hue_step':-30}", "hue_step=+30; {'hue_step':30}", "zones=0-15; {'zones':'0-15'}",
            "zones=3; {'zones':3}", "clean=false; {'clean':false}", "x=true; {'x':true}", "x=True; {'x':'True'}",
            "effect=flame; {'effect':'flame'}",
            "effect.name=breathe effect.period=2 effect.persist=true; {'effect':{'name':'breathe','period':2,'persist':true}}",
            "effect.palette=['red','blue'] effect.name=morph; {'effect':{'palette':['red','blue'],'name':'morph'}}",
            "cycle=[{'brightness':9},{'state':'OFF'}]; {'cycle':[{'brightness':9},{'state':'OFF'}]}",
            "effect={'name':'flame'}; {'effect':{'name':'flame'}}", "id=007; {'id':'007'}", "id=7; {'id':'7'}",
            "id=; {'id':''}",
            "id=a=b; {'id':'a=b'}", "overrides.brightness=80; {'overrides':{'brightness':80}}"})
    void words_ofEachForm_areThatCommand(String words, String json) {
        assertThat(parse(words)).isInstanceOfSatisfying(Parsed.Accepted.class,
                it -> assertThat(((ObjectNode) it.value()).toString()).isEqualTo(json.replace('\'', '"')));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', value = {"brigth; 'brigth' is neither on, off, toggle",
            "--jsno; '--jsno' is neither", "on off; state is given twice", "40 50; brightness_pct is given twice",
            "color=red color=blue; color is given twice",
            "effect=flame effect.period=2; effect is given as a whole and in parts",
            "effect.period=2 effect=flame; effect is given twice", "=5; '=5' is neither", ".a=5; .a is not a key",
            "a..b=5; a..b is not a key", "cycle=[1; cycle is not right JSON", "effect={} flame; 'flame' is neither"})
    void words_thatAreWrong_areNamed(String words, String line) {
        assertThat(parse(words)).isInstanceOfSatisfying(Parsed.Rejected.class,
                it -> assertThat(it.line()).contains(line));
    }

    private static Parsed<ObjectNode> parse(String words) {
        return SetWords.parse(List.of(words.replace('\'', '"').split(" ")).stream().map(word -> word.replace('_', ' '))
                .map(SetWordsTest::keyed).toList());
    }

    /** In these tables a blank in a value is written as an underscore, but keys have real ones. */
    private static String keyed(String word) {
        var equals = word.indexOf('=');
        return equals < 0 ? word : word.substring(0, equals).replace(' ', '_') + word.substring(equals);
    }
}
