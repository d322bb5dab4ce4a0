package dev.lamplighter.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** What people read in a shell. */
class ShellTablesTest {
    private static final String SCENE = "3f0c1a52-7f0e-4b0b-9d5d-2f6a1f0b7c11";
    private static final String OTHER = "3f0c1a52-7f0e-4b0b-9d5d-2f6a1f0b7c12";

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', value = {
            "{'status':'applied','lights':{'a1':'ok','b2':'ok'}}; Desk: done/b2: done; ``; true",
            "{'status':'applied','lights':{}}; done; ``; true",
            "{'status':'applied','reason':'unknown keys ignored: x','lights':{'a1':'ok'}}; Desk: done; unknown keys ignored: x; true",
            "{'status':'partly','reason':'one is offline','lights':{'a1':'ok','b2':'offline'}}; Desk: done/b2: is offline; partly: one is offline; false",
            "{'status':'unreachable','lights':{'a1':'timed_out'}}; Desk: did not answer; unreachable; false",
            "{'status':'refused','reason':'there is no light','lights':{}}; ``; refused: there is no light; false",
            "{}; ``; without a status; false", "[]; ``; without a status; false"})
    void answer_ofEachKind_isSaidPlainly(String result, String lines, String remark, boolean applied) {
        assertThat(SetAnswer.of(json(result), Map.of("a1", "Desk"))).isEqualTo(
                new SetAnswer(lines.isEmpty() ? List.of() : List.of(lines.split("/")),
                        remark.isEmpty() ? Optional.empty() : Optional.of(remark), applied));
    }

    @Test
    void lights_inATable_standBelowOneAnother() {
        var lights = json(
                """
                        [{'id':'d073d5000001','label':'Desk Lamp','group':{'id':'a','name':'Office'},
                          'state':{'state':'ON','brightness':128,'color_mode':'hs','color':{'h':209.9,'s':80},'reachable':true}},
                         {'id':'d073d5000002','label':'K\\u00fc\\u001bche',
                          'state':{'state':'OFF','brightness':255,'color_temp':2700,'reachable':true,'effect':'off'}},
                         {'id':'d073d5000003','label':'Strip','state':{'state':'ON','reachable':true,'effect':'move'}},
                         {'id':'d073d5000004','label':'Porch','state':{'state':'ON','reachable':false}},
                         {'id':'d073d5000005','label':'New'}]""");
        assertThat(LightTable.of((ArrayNode) lights)).containsExactly(
                "LIGHT      STATE     BRIGHTNESS  COLOUR     GROUP   ID",
                "Desk Lamp  on        50 %        210° 80 %  Office  d073d5000001",
                "Kü?che     off       100 %       2700 K             d073d5000002",
                "Strip      on, move                                 d073d5000003",
                "Porch      away                                     d073d5000004",
                "New        unknown                                  d073d5000005");
    }

    @Test
    void scenes_areFoundByName() throws Exception {
        var scenes = SceneList
                .of(json("[{'id':'" + SCENE + "','name':'Evening','lights':['a','b']},{'id':'no','name':'Odd'}]"));
        assertThat(scenes.table()).containsExactly("SCENE    LIGHTS  ID", "Evening  2       " + SCENE);
        assertThat(scenes.named("Evening")).isEqualTo(UUID.fromString(SCENE));
        assertThat(scenes.named("EVENING")).isEqualTo(UUID.fromString(SCENE));
        assertThatThrownBy(() -> scenes.named("Morning")).isInstanceOf(CannotStart.class)
                .hasMessage("there is no scene 'Morning'; there are Evening");
    }

    @Test
    void scenes_ofOneName_areToldApart() throws Exception {
        var scenes = SceneList
                .of(json("[{'id':'" + SCENE + "','name':'Evening'},{'id':'" + OTHER + "','name':'evening'}]"));
        assertThat(scenes.named("evening")).isEqualTo(UUID.fromString(OTHER));
        assertThatThrownBy(() -> scenes.named("EVENING")).isInstanceOf(CannotStart.class)
                .hasMessageContaining("scene_id:" + SCENE).hasMessageContaining("scene_id:" + OTHER);
    }

    private static JsonNode json(String text) {
        return new JsonMapper().readTree(text.replace('\'', '"'));
    }
}
