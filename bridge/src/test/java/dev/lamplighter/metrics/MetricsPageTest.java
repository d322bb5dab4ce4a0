package dev.lamplighter.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamplighter.control.Reply.Allowance;
import dev.lamplighter.control.Via;
import dev.lamplighter.control.Vitals;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class MetricsPageTest {
    private final MetricsPage page = new MetricsPage("1.2.3", List.of(Via.LAN, Via.CLOUD));

    private Exposition read() {
        return Exposition.parse(page.text());
    }

    @Test
    void page_beforeAnythingHappened_isWellFormedAndShowsItsCountersAtZero() {
        var shown = read();
        assertThat(shown.value("lamplighter_commands_total{result=\"applied\",way=\"lan\"}")).isZero();
        assertThat(
                shown.value("lamplighter_build_info{java=\"" + Runtime.version().feature() + "\",version=\"1.2.3\"}"))
                .isOne();
        assertThat(shown.types()).containsKeys("jvm_memory_used_bytes", "jvm_threads_current",
                "jvm_gc_collection_seconds", "process_cpu_seconds_total");
    }

    @Test
    void page_asTheLightsStand_showsThem() {
        page.watch(answer -> answer.accept(new Vitals(5, 3, 7, 2, List.of(
                new Vitals.Fare(Via.CLOUD, Optional.of("no such host"), 4,
                        Optional.of(new Allowance(120, 33, Instant.EPOCH))),
                new Vitals.Fare(Via.LAN, Optional.empty(), 1, Optional.empty())))));
        var shown = read();
        assertThat(shown.value("lamplighter_lights{reachable=\"true\"}")).isEqualTo(3);
        assertThat(shown.value("lamplighter_lights{reachable=\"false\"}")).isEqualTo(2);
        assertThat(shown.value("lamplighter_commands_waiting")).isEqualTo(7);
        assertThat(shown.value("lamplighter_commands_undecided")).isEqualTo(2);
        assertThat(shown.value("lamplighter_way_up{way=\"cloud\"}")).isZero();
        assertThat(shown.value("lamplighter_way_up{way=\"lan\"}")).isOne();
        assertThat(shown.value("lamplighter_requests_under_way{way=\"cloud\"}")).isEqualTo(4);
        assertThat(shown.value("lamplighter_budget_limit_requests{way=\"cloud\"}")).isEqualTo(120);
        assertThat(shown.value("lamplighter_budget_remaining_requests{way=\"cloud\"}")).isEqualTo(33);
        assertThat(shown.samples()).doesNotContainKey("lamplighter_budget_limit_requests{way=\"lan\"}");
    }

    @Test
    void page_whileTheOwnerIsBusy_showsWhatItKnew() {
        page.watch(answer -> answer.accept(new Vitals(1, 1, 9, 0, List.of())));
        read();
        page.watch(_ -> {});
        assertThat(read().value("lamplighter_commands_waiting")).isEqualTo(9);
    }

    @Test
    void broker_lostAndFound_isCounted() {
        page.metrics().brokerFound();
        page.metrics().brokerLost();
        assertThat(read().value("lamplighter_mqtt_connected")).isZero();
        page.metrics().brokerFound();
        var shown = read();
        assertThat(shown.value("lamplighter_mqtt_connected")).isOne();
        assertThat(shown.value("lamplighter_mqtt_connections_total")).isEqualTo(2);
        assertThat(shown.value("lamplighter_mqtt_connections_lost_total")).isOne();
    }

    @Test
    void request_ofAnyMethod_addsNoLabelOfItsOwn() {
        page.metrics().requested("api", "GET", 204, Duration.ofMillis(30));
        page.metrics().requested("api", "BREW\"\n", 405, Duration.ofMillis(1));
        page.metrics().requested("api", "SPILL", 405, Duration.ofMillis(1));
        var shown = read();
        assertThat(shown.value("lamplighter_http_requests_total{face=\"api\",method=\"GET\",status=\"2xx\"}")).isOne();
        assertThat(shown.value("lamplighter_http_requests_total{face=\"api\",method=\"other\",status=\"4xx\"}"))
                .isEqualTo(2);
        assertThat(shown.value("lamplighter_http_request_duration_seconds_bucket{face=\"api\",le=\"0.025\"}"))
                .isEqualTo(2);
        assertThat(shown.value("lamplighter_http_request_duration_seconds_bucket{face=\"api\",le=\"+Inf\"}"))
                .isEqualTo(3);
    }

    @Test
    void whatOthersCount_isShownOnceTheyAreThere() {
        page.showLan(() -> 40, () -> 3);
        page.showEventStreams(() -> 2);
        var shown = read();
        assertThat(shown.value("lamplighter_lan_messages_sent_total")).isEqualTo(40);
        assertThat(shown.value("lamplighter_lan_retransmissions_total")).isEqualTo(3);
        assertThat(shown.value("lamplighter_event_streams")).isEqualTo(2);
    }
}
