package dev.lamplighter.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamplighter.light.LightId;
import dev.lamplighter.light.Power;
import java.util.ArrayList;
import java.util.NoSuchElementException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

final class HouseholdTest {
    private static final LightId DESK = new LightId("d073d5001337");

    @Test
    void household_changedByHand_isSeenByRequests() throws Exception {
        try (var home = Home.open()) {
            var household = home.cloud.household();
            household.rename(DESK, "Schreibtisch ☀");
            household.change(DESK, light -> light.with(light.look().with(Power.OFF)));
            household.remove(household.light("Mirror").id());
            var list = home.get("/v1/lights/all").json();
            assertThat(list).hasSize(6);
            assertThat(list.get(0).get("label").stringValue()).isEqualTo("Schreibtisch ☀");
            assertThat(list.get(0).get("power").stringValue()).isEqualTo("off");
            assertThat(home.get("/v1/lights/label:Schreibtisch%20%E2%98%80").status()).isEqualTo(200);
        }
    }

    @Test
    void onChange_tellsWhatChangedAndNothingElse() {
        var household = Household.standard();
        var told = new ArrayList<Household.Changed>();
        household.onChange(told::add);
        household.change(DESK, light -> light);
        household.change(new LightId("000000000000"), light -> light.named("x"));
        household.rename(DESK, "Lamp");
        assertThat(told).extracting(change -> change.before().label() + ">" + change.after().label())
                .containsExactly("Desk Lamp>Lamp");
    }

    @Test
    void light_thatIsNotThere_isNamed() {
        var household = Household.standard();
        household.remove(DESK);
        assertThatThrownBy(() -> household.light(DESK)).isInstanceOf(NoSuchElementException.class)
                .hasMessage("no light d073d5001337");
        assertThatThrownBy(() -> household.light("Desk Lamp")).hasMessage("no light labelled 'Desk Lamp'");
    }

    @Test
    void ofColorLights_countsUp() {
        var lights = Household.ofColorLights(300).lights();
        assertThat(lights).hasSize(300).extracting(SimulatedLight::id).doesNotHaveDuplicates();
        assertThat(lights.getLast().id()).isEqualTo(new LightId("d073d500012c"));
        assertThat(lights.getLast().label()).isEqualTo("Light 300");
    }

    @Test
    void change_fromManyThreads_losesNone() {
        var household = Household.standard();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var count = 0; count < 500; count++) {
                threads.execute(() -> household.change(DESK,
                        light -> light.with(light.look().withInfrared(light.look().infrared() + 1))));
            }
        }
        assertThat(household.light(DESK).look().infrared()).isEqualTo(500);
    }
}
