package dev.lamplighter.bench;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What was measured, for people to read. */
final class Table {
    private Table() {}

    /**
     * @param looks of the requests, those that only ask how the lights are
     * @param tooMany of the requests, those answered 429
     * @param wrong lights that do not show their newest wish in the end
     * @param settled from the last message until every light shows its newest wish; empty when they never do
     */
    record Row(String scenario, String flow, long requests, long looks, long tooMany, int wrong,
            Optional<Duration> settled) {}

    static String of(List<Row> rows) {
        var table = new StringBuilder(line("", "", "requests", "looks", "429", "wrong", "settled, ms"));
        var scenario = "";
        for (var row : rows) {
            table.append(line(row.scenario.equals(scenario) ? "" : row.scenario, row.flow, "" + row.requests,
                    "" + row.looks, "" + row.tooMany, "" + row.wrong,
                    row.settled.map(time -> "" + time.toMillis()).orElse("never")));
            scenario = row.scenario;
        }
        return table.toString();
    }

    private static String line(Object... cells) {
        return String.format(Locale.ROOT, "%-42s %-12s %9s %6s %5s %6s %12s%n", cells);
    }
}
