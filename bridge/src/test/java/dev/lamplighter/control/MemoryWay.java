package dev.lamplighter.control;

import dev.lamplighter.light.Action;
import dev.lamplighter.light.LightCommand.Change;
import dev.lamplighter.light.LightId;
import dev.lamplighter.light.LightState;
import dev.lamplighter.light.Power;
import dev.lamplighter.light.Scene;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Lights in memory, for the tests of other rooms. */
public final class MemoryWay implements Way {
    private final FakeWay lights;
    /** Whether it answers at all. */
    public boolean answering = true;
    /** The colours it was asked for. */
    public final List<String> asked = new ArrayList<>();
    /** Whether changes arrive, but nothing is heard of them. */
    public boolean losesReplies;

    public MemoryWay(int count) {
        lights = new FakeWay(count);
    }

    public Power power(int number) {
        return lights.state(number).power();
    }

    /** Gives a meaning to a colour that only the far side knows. */
    public void knows(String color, Change meaning) {
        lights.colors.put(color, meaning);
    }

    /** Gives the account one scene. */
    public void has(Scene scene) {
        lights.scenes = List.of(scene);
    }

    public LightState state(int number) {
        return lights.state(number);
    }

    public int looks() {
        return lights.looks;
    }

    /** What the next look finds; the light comes if it was not there. */
    public void put(Sighting sighting) {
        lights.lights.put(sighting.light().id(), sighting);
    }

    public void remove(LightId light) {
        lights.lights.remove(light);
    }

    /** Looks and all else fail with this, until {@link #recover}. */
    public void failWith(Outcome<?> outcome) {
        lights.failWith(outcome);
    }

    public void recover() {
        lights.recover();
    }

    @Override
    public Via via() {
        return lights.via();
    }

    @Override
    public Reply<List<Sighting>> look(Duration within) {
        return lights.look(within);
    }

    @Override
    public Reply<List<Scene>> scenes(Duration within) {
        return lights.scenes(within);
    }

    @Override
    public Reply<Change> color(String text, Duration within) {
        asked.add(text);
        return answering ? lights.color(text, within) : Reply.of(FakeWay.unreachable());
    }

    @Override
    public Reply<Map<LightId, Reach>> perform(Meant meant, Action action, Duration within) {
        return answering ? lights.perform(meant, action, within) : Reply.of(FakeWay.unreachable());
    }

    @Override
    public Reply<Map<LightId, Reach>> apply(List<Part> parts, Haste haste, Duration within) {
        if (!answering) {
            return Reply.of(FakeWay.unreachable());
        }
        var reply = lights.apply(parts, haste, within);
        return losesReplies ? Reply.of(FakeWay.unreachable()) : reply;
    }
}
