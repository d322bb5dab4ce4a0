package dev.lamplighter.topics;

import dev.lamplighter.control.Result;
import dev.lamplighter.control.Via;
import dev.lamplighter.control.Vitals;
import dev.lamplighter.topics.Outside.Memory;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Counts what goes on, in bounded memory, and writes it down with how things stand. Owned by one thread. */
final class Health {
    private final Map<Result.Status, Long> results = new EnumMap<>(Result.Status.class);
    private final Map<Via, Latencies> latencies = new EnumMap<>(Via.class);
    private long connections;

    void done(Result result, Instant now) {
        results.merge(result.status(), 1L, Long::sum);
        if (result.status() == Result.Status.APPLIED) {
            result.via().ifPresent(
                    via -> latencies.computeIfAbsent(via, _ -> new Latencies()).add(result.took(), now));
        }
    }

    void refused() {
        results.merge(Result.Status.REFUSED, 1L, Long::sum);
    }

    void connected() {
        connections++;
    }

    boolean isFirstConnection() {
        return connections <= 1;
    }

    /** @param up for how long the bridge has run */
    ObjectNode write(Vitals vitals, Memory memory, Duration up, Instant now) {
        var json = Payloads.JSON.createObjectNode().put("uptime_s", up.toSeconds());
        json.putObject("lights").put("known", vitals.lights()).put("reachable", vitals.reachable());
        json.putObject("queue").put("waiting", vitals.waiting()).put("undecided", vitals.undecided())
                .put("under_way", vitals.ways().stream().mapToInt(Vitals.Fare::underWay).sum());
        vitals.ways().stream().flatMap(fare -> fare.budget().stream()).findFirst().ifPresent(
                budget -> json.putObject("budget").put("limit", budget.limit()).put("left", budget.remaining()));
        var ways = json.putObject("ways");
        vitals.ways().forEach(fare -> write(ways.putObject(Payloads.lower(fare.via())), fare, now));
        var counted = json.putObject("results");
        for (var status : Result.Status.values()) {
            counted.put(Payloads.lower(status), results.getOrDefault(status, 0L));
        }
        json.putObject("mqtt").put("reconnects", Math.max(0, connections - 1));
        json.putObject("memory").put("heap_used", memory.used()).put("heap_max", memory.most());
        return json;
    }

    private void write(ObjectNode json, Vitals.Fare fare, Instant now) {
        json.put("works", fare.trouble().isEmpty());
        fare.trouble().ifPresent(why -> json.put("reason", why));
        var took = Optional.ofNullable(latencies.get(fare.via())).filter(it -> it.count(now) > 0);
        json.put("applied", took.map(it -> it.count(now)).orElse(0));
        took.ifPresent(it -> json.put("p50_ms", it.quantile(0.5).toMillis())
                .put("p99_ms", it.quantile(0.99).toMillis()));
    }
}
