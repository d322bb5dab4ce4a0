package dev.lamplighter.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamplighter.bench.Table.Row;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class TableTest {
    @Test
    void table_namesAScenarioOnceAndSaysWhatNeverSettled() {
        var lines = Table.of(List.of(new Row("a slider", "by hand", 500, 0, 380, 1, Optional.empty()),
                new Row("a slider", "Lamplighter", 25, 2, 0, 0, Optional.of(Duration.ofMillis(24))))).lines().toList();
        assertThat(lines.get(0).trim().split(" {2,}")).containsExactly("requests", "looks", "429", "wrong",
                "settled, ms");
        assertThat(lines.get(1).split(" {2,}")).containsExactly("a slider", "by hand", "500", "0", "380", "1", "never");
        assertThat(lines.get(2).trim().split(" {2,}")).containsExactly("Lamplighter", "25", "2", "0", "0", "24");
    }
}
