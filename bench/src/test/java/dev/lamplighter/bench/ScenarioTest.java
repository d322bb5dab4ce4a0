package dev.lamplighter.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamplighter.bench.Scenario.Message;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class ScenarioTest {
    private static final Pattern LEVEL = Pattern.compile("\"brightness_pct\":([0-9.]+)");
    private static final Pattern STEP = Pattern.compile("\"brightness_step_pct\":([0-9.]+)");

    @Test
    void messages_areInOrderAndEndAsIsSaid() {
        for (var scenario : Scenario.all()) {
            assertThat(scenario.messages()).as(scenario.name()).isSortedAccordingTo(Comparator.comparing(Message::at));
            assertThat(scenario.ends()).as(scenario.name()).hasSize(scenario.lights());
            scenario.ends().forEach((light, end) -> {
                var shown = scenario.messages().stream().filter(message -> message.light().equals(light))
                        .map(Message::payload).reduce(Scenario.START, ScenarioTest::after, (_, later) -> later);
                assertThat(shown).as(scenario.name() + ", " + light).isBetween(end - 1e-6, end + 1e-6);
            });
        }
    }

    private static double after(double level, String payload) {
        return number(LEVEL, payload).orElseGet(() -> level + number(STEP, payload).orElseThrow());
    }

    private static Optional<Double> number(Pattern form, String payload) {
        return Optional.of(form.matcher(payload)).filter(Matcher::find).map(found -> Double.valueOf(found.group(1)));
    }
}
