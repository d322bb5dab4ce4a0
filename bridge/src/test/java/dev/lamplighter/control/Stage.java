package dev.lamplighter.control;

import dev.lamplighter.light.Effect;
import dev.lamplighter.light.Level;
import dev.lamplighter.light.LightCommand;
import dev.lamplighter.light.LightCommand.Change;
import dev.lamplighter.light.LightCommand.Perform;
import dev.lamplighter.light.Power;
import dev.lamplighter.light.Selector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

/** {@link Lights} over a {@link FakeWay}, whose calls can be held under way. */
final class Stage {
    static final Duration TTL = Duration.ofSeconds(30);

    final ManualTime time = new ManualTime();
    final FakeWay way;
    final RecordingListener listener = new RecordingListener();
    final List<Result> results = new ArrayList<>();
    /** Calls that have left and whose deed is still to come, the oldest first. */
    final Queue<Runnable> held = new ArrayDeque<>();
    boolean holding;
    final Lights lights;

    Stage(int count) {
        way = new FakeWay(count);
        var all = time.surroundings(1);
        lights = new Lights(ControlSettings.DEFAULTS, List.of(way), List.of(listener),
                new Surroundings(time, this::call, time, time, all.random()));
    }

    private void call(Runnable call) {
        if (holding) {
            held.add(call);
        } else {
            time.execute(call);
        }
    }

    Stage started() {
        lights.start();
        time.settle();
        return this;
    }

    /** All lights on, and time enough for all to be calm. */
    Stage lit() {
        started().give(new Selector.All(), Change.to(Power.ON));
        pass(62);
        results.clear();
        way.applied.clear();
        way.hastes.clear();
        listener.take();
        return this;
    }

    void pass(double seconds) {
        time.pass(Duration.ofMillis(Math.round(seconds * 1000)));
    }

    /** The oldest call that is held does its deed and is answered. */
    void answer() {
        held.remove().run();
        time.settle();
    }

    /** What is held now is answered, and as much time passes as calls gather for. */
    void answerAll() {
        for (var count = held.size(); count > 0; count--) {
            answer();
        }
        time.pass(Line.GATHERING);
    }

    void give(Selector target, LightCommand command, Duration live) {
        lights.submit(new Order(target, command, time.instant(), time.instant().plus(live), Optional.empty()),
                results::add);
        time.settle();
    }

    void give(Selector target, LightCommand command) {
        give(target, command, TTL);
    }

    void give(int light, LightCommand command) {
        give(light(light), command);
    }

    static Selector light(int number) {
        return new Selector.Id(Samples.id(number));
    }

    static Change level(double fraction) {
        return Change.to(new Level(fraction));
    }

    static Perform pulse() {
        return new Perform(Change.NONE, new Effect.Pulse(level(0.7), Change.NONE, 1, 1, false, true));
    }

    List<Change> sent() {
        return way.applied.stream().flatMap(List::stream).map(Way.Part::change).toList();
    }
}
