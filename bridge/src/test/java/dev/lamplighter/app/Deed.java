package dev.lamplighter.app;

import static dev.lamplighter.app.Trouble.CANDLE;
import static dev.lamplighter.app.Trouble.DESK;

import dev.lamplighter.light.Action;
import dev.lamplighter.light.Color;
import dev.lamplighter.light.Effect;
import dev.lamplighter.light.Level;
import dev.lamplighter.light.LightCommand.Change;
import dev.lamplighter.light.LightCommand.Perform;
import dev.lamplighter.light.LightId;
import dev.lamplighter.light.Power;
import dev.lamplighter.light.Selector;
import dev.lamplighter.simulator.Hsbk;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/** What goes on while there is trouble. */
enum Deed {
    COMMAND {
        @Override
        List<Given> on(Rig rig) {
            return List
                    .of(rig.submit(either(DESK, PORCH, CANDLE), Change.to(new Level(0.77)).with(new Color.Hue(200, 1)),
                            DESK, PORCH, CANDLE));
        }
    },
    BURST {
        @Override
        List<Given> on(Rig rig) {
            return IntStream.range(0, 20).mapToObj(step -> step % 5 == 4
                    ? rig.submit(either(LAMPS.get(step % 4), LAMPS.get((step + 1) % 4)), wish(step),
                            LAMPS.get(step % 4), LAMPS.get((step + 1) % 4))
                    : rig.submit(LAMPS.get(step % 4), wish(step))).toList();
        }
    },
    /** Somebody turns a lamp down by hand, which only a look can tell. */
    POLL {
        @Override
        List<Given> on(Rig rig) {
            rig.household.setByHand(DESK, look -> look.with(Hsbk.of(120, 1, 0.11, 3500)));
            return List.of();
        }
    },
    EFFECT {
        @Override
        List<Given> on(Rig rig) {
            return List.of(rig.submit(CANDLE, new Perform(Change.NONE, MORPH)));
        }
    },
    SCENE {
        @Override
        List<Given> on(Rig rig) {
            return List.of(rig.submit(new Selector.SceneId(EVENING), new Perform(Change.NONE,
                    new Action.Activate(EVENING, Optional.empty(), Set.of(), Change.NONE)), DESK, BED, CANDLE));
        }
    };

    private static final UUID EVENING = UUID.fromString("3f0c1a52-7f0e-4b0b-9d5d-2f6a1f0b7c11");
    private static final LightId PORCH = new LightId("d073d5003b01");
    private static final LightId BED = new LightId("d073d5004c01");
    private static final LightId MIRROR = new LightId("d073d5007e90");
    private static final List<LightId> LAMPS = List.of(DESK, PORCH, CANDLE, MIRROR);
    private static final Effect MORPH = new Effect.Morph(3, Optional.empty(), List.of(), true);

    abstract List<Given> on(Rig rig);

    private static Selector either(LightId... lights) {
        return new Selector.Union(List.of(lights).stream().<Selector>map(Selector.Id::new).toList());
    }

    private static Change wish(int step) {
        return switch (step % 3) {
            case 0 -> Change.to(new Level(0.1 + step * 0.04));
            case 1 -> Change.to(new Color.Hue(step * 17, 1));
            default -> Change.to(step % 2 == 0 ? Power.OFF : Power.ON).with(new Level(0.9 - step * 0.03));
        };
    }
}
