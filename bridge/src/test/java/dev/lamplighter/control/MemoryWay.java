package dev.lamplighter.control;

import dev.lamplighter.light.Action;
import dev.lamplighter.light.LightCommand.Change;
import dev.lamplighter.light.LightId;
import dev.lamplighter.light.Power;
import dev.lamplighter.light.Scene;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Lights in memory, for the tests of other rooms. */
public final class MemoryWay implements Way {
    private final FakeWay lights;
    /** Whether it answers at all. */
    public boolean answering = true;
    /** Whether changes arrive, but nothing is heard of them. */
    public boolean losesReplies;

    public MemoryWay(int count) {
        lights = new FakeWay(count);
    }

    public Power power(int number) {
        return lights.state(number).power();
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
        return lights.color(text, within);
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
