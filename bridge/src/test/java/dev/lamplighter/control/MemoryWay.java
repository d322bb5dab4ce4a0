package dev.lamplighter.control;

import dev.lamplighter.light.LightId;
import dev.lamplighter.light.Power;
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
    public Reply<Map<LightId, Reach>> apply(List<Part> parts, Duration within) {
        if (!answering) {
            return Reply.of(FakeWay.unreachable());
        }
        var reply = lights.apply(parts, within);
        return losesReplies ? Reply.of(FakeWay.unreachable()) : reply;
    }
}
