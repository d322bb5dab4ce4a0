package dev.lamplighter.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamplighter.light.Power;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class CoreTest {
    private Home home;

    @BeforeEach
    void open() throws Exception {
        home = Home.open();
    }

    @AfterEach
    void close() {
        home.close();
    }

    @Test
    void list_allLights_comesOverHttp2AndTls13() throws Exception {
        var got = home.get("/v1/lights/all");
        assertThat(got.status()).isEqualTo(200);
        assertThat(got.json()).hasSize(7);
        var seen = home.cloud.log().all().getFirst();
        assertThat(seen.protocol()).isEqualTo("HTTP/2");
        assertThat(seen.tls()).isEqualTo("TLSv1.3");
    }

    @Test
    void state_ofLabel_changesTheLightAndSaysOk() throws Exception {
        var told = new ArrayList<Household.Changed>();
        home.cloud.household().onChange(told::add);
        var got = home.put("/v1/lights/label:Desk%20Lamp/state", "{\"power\":\"off\",\"brightness\":0.3}");
        assertThat(got.status()).isEqualTo(207);
        assertThat(got.text()).isEqualTo(
                "{\"results\":[{\"id\":\"d073d5001337\",\"label\":\"Desk Lamp\",\"status\":\"ok\"}]}");
        assertThat(home.light("Desk Lamp").look().power()).isEqualTo(Power.OFF);
        assertThat(home.light("Desk Lamp").look().color().brightness()).isEqualTo(19_660);
        assertThat(told).hasSize(1);
    }

    @Test
    void cutBefore_notApplied_failsAndChangesNothing() throws Exception {
        home.cloud.faults().add(new Fault.CutBefore(false), Fault.Scope.next(1));
        assertThatThrownBy(() -> home.put("/v1/lights/all/state", "{\"power\":\"off\"}"))
                .isInstanceOf(IOException.class);
        assertThat(home.light("Desk Lamp").look().power()).isEqualTo(Power.ON);
        assertThat(home.get("/v1/lights/all").status()).isEqualTo(200);
    }

    @Test
    void refusedConnections_thenAccepted_workAgain() throws Exception {
        home.get("/v1/lights/all");
        home.cloud.refuseConnections();
        assertThatThrownBy(() -> home.get("/v1/lights/all")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> home.get("/v1/lights/all")).isInstanceOf(java.net.ConnectException.class);
        home.cloud.acceptConnections();
        assertThat(home.get("/v1/lights/all").status()).isEqualTo(200);
        assertThat(home.cloud.log().awaitRequests(2, it -> true, Duration.ofSeconds(5))).hasSize(2);
    }
}
