package dev.lamplighter.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class DropsTest {
    private Instant now = Instant.parse("2026-11-22T12:00:00Z");
    private final Drops drops = new Drops(() -> now);

    @Test
    void drop_firstOfAClient_isTold() {
        assertThat(drops.dropped("hall")).hasValue(1);
        assertThat(drops.dropped("desk")).hasValue(1);
    }

    @Test
    void drops_thatFollow_areToldOnceAnHourWithTheirNumber() {
        drops.dropped("hall");
        now = now.plusSeconds(3599);
        assertThat(drops.dropped("hall")).isEmpty();
        now = now.plusSeconds(1);
        assertThat(drops.dropped("hall")).hasValue(3);
        assertThat(drops.dropped("hall")).isEmpty();
    }

    @Test
    void drops_ofManyClients_areCountedInAllAndForgottenOneByOne() {
        for (var client = 0; client <= 1_000; client++) {
            drops.dropped("client" + client);
        }
        assertThat(drops.total()).isEqualTo(1_001);
        assertThat(drops.dropped("client1000")).isEmpty();
        assertThat(drops.dropped("client0")).as("forgotten, and so told anew").hasValue(1);
    }
}
