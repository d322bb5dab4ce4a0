package dev.lamplighter.boards;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamplighter.board.BoardEvent;
import dev.lamplighter.board.Press;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TemplateTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"TOGGLE|TOGGLE", "+10|+10",
            "{\"brightness_step_pct\":4}|{\"brightness_step_pct\":4}",
            "{\"id\":\"{board}-{number}-{event}\"}|{\"id\":\"hall-2-hold\"}",
            "{\"brightness_pct\":\"{steps}\"}|{\"brightness_pct\":1}", "{steps}|+1"})
    void command_ofAPress_hasWhatHappenedInIt(String command, String filled) {
        assertThat(Template.command(command, new BoardEvent.Pressed("hall", 2, Press.HOLD))).isEqualTo(filled);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"3|+4|+12", "-3|+4|-12", "3|-4|-12", "90|+4|+100", "-90|+4|-100",
            "2|+0.5|+1.0", "3|40|40",
            "3|TOGGLE|TOGGLE", "3|{\"brightness_step_pct\":4}|{\"brightness_step_pct\":12}",
            "-2|{\"hue_step\":30,\"transition\":2}|{\"hue_step\":-60,\"transition\":2}",
            "1000|{\"brightness_step\":-1}|{\"brightness_step\":-255}",
            "3|{\"brightness_pct\":\"{steps}\"}|{\"brightness_pct\":3}",
            "3|{\"brightness_step_pct\":\"{steps}\"}|{\"brightness_step_pct\":3}",
            "-1|{\"brightness_step_pct\":\"{steps}\"}|{\"brightness_step_pct\":-1}",
            "-1000|{\"brightness_step_pct\":\"{steps}\"}|{\"brightness_step_pct\":-100}",
            "-2|{\"hue_step\":30,\"brightness_step\":\"{steps}\"}|{\"hue_step\":-60,\"brightness_step\":-2}",
            "-2|{\"hue_step\":30,\"id\":\"by {steps}\"}|{\"hue_step\":-60,\"id\":\"by -2\"}",
            "-2|{\"hue_step\":30,\"saturation_step\":{steps}}|{\"hue_step\":-60,\"saturation_step\":-1}",
            "-2|{steps}|-2", "2|{steps}|+2", "-1000|{steps}|-100", "-3|-{steps}|--3",
            "3|{\"brightness_step_pct|{\"brightness_step_pct"})
    void command_ofATurn_isPerStepAndEndsAtTheEnd(int steps, String command, String filled) {
        assertThat(Template.command(command, new BoardEvent.Turned("desk", 1, steps))).isEqualTo(filled);
    }
}
