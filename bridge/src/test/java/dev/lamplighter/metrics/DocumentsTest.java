package dev.lamplighter.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamplighter.control.Reply.Allowance;
import dev.lamplighter.control.Via;
import dev.lamplighter.control.Vitals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The Grafana board and the table of metrics name what there is, and only that. */
final class DocumentsTest {
    private static final Path DOCS = Path.of("../docs");
    private static final Pattern METRIC = Pattern.compile("\\b(?:lamplighter|jvm|process)_[a-z_]+\\b");

    private static Exposition all() {
        var page = new MetricsPage("1.2.3", List.of(Via.LAN, Via.CLOUD));
        page.showLan(() -> 1, () -> 1);
        page.showEventStreams(() -> 1);
        page.metrics().requested("api", "GET", 200, Duration.ofMillis(1));
        var budget = new Vitals.Fare(Via.CLOUD, Optional.empty(), 0,
                Optional.of(new Allowance(120, 33, Instant.EPOCH)));
        page.watch(answer -> answer.accept(new Vitals(1, 1, 0, 0, List.of(budget))));
        return Exposition.parse(page.text());
    }

    private static Set<String> samples() {
        return all().samples().keySet().stream().map(sample -> sample.replaceFirst("\\{.*", ""))
                .collect(Collectors.toSet());
    }

    @Test
    void board_inEachQuery_namesOnlyWhatIsCounted() throws IOException {
        var board = new JsonMapper().readTree(Files.readString(DOCS.resolve("grafana/lamplighter.json")));
        var queries = board.findValuesAsString("expr");
        assertThat(queries).hasSizeGreaterThan(15);
        for (var query : queries) {
            var named = METRIC.matcher(query).results().map(it -> it.group()).toList();
            assertThat(named).as(query).isNotEmpty();
            assertThat(samples()).as(query).containsAll(named);
        }
        assertThat(StreamSupport.stream(board.path("panels").spliterator(), false).map(it -> it.path("id").asInt()))
                .doesNotHaveDuplicates();
    }

    @Test
    void table_listsEveryMetricOfOurs() throws IOException {
        var text = Files.readString(DOCS.resolve("metrics.md"));
        var listed = Pattern.compile("(?m)^\\| `(lamplighter_[a-z_]+)`").matcher(text).results()
                .map(it -> it.group(1)).collect(Collectors.toCollection(HashSet::new));
        assertThat(listed).containsExactlyInAnyOrderElementsOf(
                all().types().keySet().stream().filter(name -> name.startsWith("lamplighter_"))
                        .collect(Collectors.toSet()));
    }
}
