package dev.lamplighter.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebSettingsTest {
    @ParameterizedTest
    @CsvSource({"127.0.0.1, http://127.0.0.1:8080/", "::1, http://[::1]:8080/", "0.0.0.0, http://localhost:8080/",
            "::, http://localhost:8080/", "192.168.1.5, http://192.168.1.5:8080/",
            "lamps.example, http://lamps.example:8080/"})
    void here_isWhereSomebodyListens(String bind, String here) {
        assertThat(new WebSettings(bind, 8080, Optional.empty(), List.of()).here()).hasToString(here);
    }
}
