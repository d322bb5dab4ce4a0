package dev.lamplighter.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamplighter.control.Way.Meant;
import dev.lamplighter.light.Action;
import dev.lamplighter.light.Action.Activate;
import dev.lamplighter.light.Action.Clean;
import dev.lamplighter.light.Action.Cycle;
import dev.lamplighter.light.Color;
import dev.lamplighter.light.Effect;
import dev.lamplighter.light.Fade;
import dev.lamplighter.light.Level;
import dev.lamplighter.light.LightCommand.Change;
import dev.lamplighter.light.Power;
import dev.lamplighter.light.Selector;
import dev.lamplighter.light.Zones;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class CloudActionsTest {
    private static final Change RED = Change.to(new Color.Hue(0, 1));
    private static final Change DIM_WHITE = Change.to(new Color.White(2700)).with(new Level(0.4));
    private static final UUID EVENING = UUID.fromString("3f0c1a52-7f0e-4b0b-9d5d-2f6a1f0b7c11");

    static Stream<Arguments> actions() {
        return Stream.of(
                Arguments.of(new Effect.Breathe(RED, DIM_WHITE, 0.5, 6, true, false, 0.2), "effects/breathe",
                        "{'color':'hue:0 saturation:1','from_color':'kelvin:2700 brightness:0.4','period':0.5,'cycles':6,"
                                + "'persist':true,'power_on':false,'peak':0.2}"),
                Arguments.of(new Effect.Breathe(Change.to(Level.FULL), Change.NONE, 1, 1, false, true, 0.5),
                        "effects/breathe", "{'color':'brightness:1','period':1,'cycles':1,'persist':false,"
                                + "'power_on':true,'peak':0.5}"),
                Arguments.of(new Effect.Pulse(RED.with(new Level(1 / 3.0)), Change.NONE, 0.2, 1e10, false, true),
                        "effects/pulse", "{'color':'hue:0 saturation:1 brightness:0.333333','period':0.2,"
                                + "'cycles':10000000000,'persist':false,'power_on':true}"),
                Arguments.of(new Effect.Pulse(Change.NONE, Change.NONE, Effect.LONGEST, 0.5, false, true),
                        "effects/pulse", "{'period':3155760000,'cycles':0.5,'persist':false,'power_on':true}"),
                Arguments.of(new Effect.Move(true, 2, Optional.empty(), true), "effects/move",
                        "{'direction':'backward','period':2,'power_on':true}"),
                Arguments.of(new Effect.Move(false, 1.5, Optional.of(0.0), false), "effects/move",
                        "{'direction':'forward','period':1.5,'cycles':0,'power_on':false}"),
                Arguments.of(new Effect.Morph(5, Optional.empty(), List.of(), true), "effects/morph",
                        "{'period':5,'power_on':true}"),
                Arguments.of(
                        new Effect.Morph(6, Optional.of(120.0), List.of(RED, DIM_WHITE, Change.NONE), false),
                        "effects/morph", "{'period':6,'duration':120,'palette':['hue:0 saturation:1',"
                                + "'kelvin:2700 brightness:0.4'],'power_on':false}"),
                Arguments.of(new Effect.Flame(5, Optional.of(0.0), true), "effects/flame",
                        "{'period':5,'duration':0,'power_on':true}"),
                Arguments.of(new Effect.Flame(0.25, Optional.empty(), true), "effects/flame",
                        "{'period':0.25,'power_on':true}"),
                Arguments.of(new Effect.Sky(Effect.Sky.Kind.CLOUDS, Optional.empty(), true), "effects/clouds",
                        "{'power_on':true}"),
                Arguments.of(new Effect.Sky(Effect.Sky.Kind.SUNRISE, Optional.of(1800.0), false), "effects/sunrise",
                        "{'duration':1800,'power_on':false}"),
                Arguments.of(new Effect.Sky(Effect.Sky.Kind.SUNSET, Optional.of(0.5), true), "effects/sunset",
                        "{'duration':0.5,'power_on':true}"),
                Arguments.of(new Effect.Off(false), "effects/off", "{'power_off':false}"),
                Arguments.of(new Effect.Off(true), "effects/off", "{'power_off':true}"),
                Arguments.of(new Clean(false, Optional.empty()), "clean", "{'stop':false}"),
                Arguments.of(new Clean(false, Optional.of(7200)), "clean", "{'stop':false,'duration':7200}"),
                Arguments.of(new Clean(true, Optional.empty()), "clean", "{'stop':true}"),
                Arguments.of(
                        new Cycle(List.of(Change.to(Level.FULL), DIM_WHITE.over(Fade.ofSeconds(3)),
                                Change.to(Power.OFF)), Change.to(Power.ON).over(Fade.ofSeconds(1)), false),
                        "cycle", "{'states':[{'brightness':1},{'color':'kelvin:2700','brightness':0.4,'duration':3},"
                                + "{'power':'off'}],'defaults':{'power':'on','duration':1},'direction':'forward'}"),
                Arguments.of(new Cycle(List.of(RED, Change.NONE), Change.NONE, true), "cycle",
                        "{'states':[{'color':'hue:0 saturation:1'},{}],'defaults':{'duration':0},"
                                + "'direction':'backward'}"));
    }

    @ParameterizedTest(name = "{1} {2}")
    @MethodSource("actions")
    void request_action_isPostedOnceToItsLights(Action action, String what, String body) {
        var path = Stream.concat(Stream.of("lights", "id:d073d5001337"), Stream.of(what.split("/", -1))).toList();
        assertThat(CloudActions.request(Parts.meant(Parts.DESK), action))
                .isEqualTo(new CloudRequest("POST", path, Optional.empty(), Optional.of(json(body)), true));
    }

    static Stream<Arguments> activations() {
        var nothing = Set.<Activate.Part>of();
        return Stream.of(Arguments.of(new Activate(EVENING, Optional.empty(), nothing, Change.NONE), "{}"),
                Arguments.of(new Activate(EVENING, Optional.of(Fade.NONE), nothing, Change.NONE), "{'duration':0}"),
                Arguments.of(
                        new Activate(EVENING, Optional.of(Fade.ofSeconds(3)), Set.of(Activate.Part.POWER),
                                Change.to(new Level(0.5))),
                        "{'duration':3,'ignore':['power'],'overrides':{'brightness':0.5}}"),
                Arguments.of(
                        new Activate(EVENING, Optional.empty(), nothing,
                                Change.to(Power.ON).with(new Color.Hue(120, 1)).withInfrared(Level.NONE)
                                        .over(Fade.ofSeconds(2))),
                        "{'overrides':{'power':'on','color':'hue:120 saturation:1','infrared':0,'duration':2}}"),
                Arguments.of(
                        new Activate(EVENING, Optional.empty(), EnumSet.allOf(Activate.Part.class), Change.NONE),
                        "{'ignore':['power','infrared','duration','intensity','hue','saturation','brightness',"
                                + "'kelvin']}"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("activations")
    void request_scene_isPutByItsOwnName(Activate activate, String body) {
        assertThat(CloudActions.request(Parts.meant(Parts.DESK), activate)).isEqualTo(new CloudRequest("PUT",
                List.of("scenes", "scene_id:" + EVENING, "activate"), Optional.empty(), Optional.of(json(body)),
                true));
    }

    @Test
    void request_someZones_areInTheSelector() {
        var zoned = new Meant(new Selector.Label("Shelf Strip"), Set.of(Parts.SHELF), Optional.of(Zones.of(0, 2)));
        assertThat(CloudActions.request(zoned, new Effect.Off(false)).path()).containsExactly("lights",
                "label:Shelf Strip|0|1|2", "effects", "off");
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }
}
