package dev.lamplighter.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EndpointTest {
    @ParameterizedTest
    @CsvSource({"'id:d073d5001337,id:d073d528d80f', 'id:d073d5001337,id:d073d528d80f'",
            "label:Desk Lamp, label:Desk%20Lamp",
            "all|0|2, all%7C0%7C2", "label:#1, label:%231", "label:a/b, label:a%2Fb", "label:1+1, label:1+1",
            "label:100%, label:100%25", "label:what?, label:what%3F", "label:Küche, label:K%C3%BCche"})
    void of_selector_isOneEncodedSegment(String selector, String encoded) {
        var url = at("https://api.lifx.com").of(new CloudRequest("GET", List.of("lights", selector), Optional.empty()));
        assertThat(url).hasToString("https://api.lifx.com/v1/lights/" + encoded);
        assertThat(url.pathSegments()).containsExactly("v1", "lights", selector);
    }

    @ParameterizedTest
    @CsvSource({"https://one.example, https://one.example/v1/lights",
            "https://one.example/, https://one.example/v1/lights",
            "https://one.example:8443/lifx/, https://one.example:8443/lifx/v1/lights",
            "https://one.example/lifx, https://one.example/lifx/v1/lights"})
    void of_baseWithOrWithoutPath_putsTheApiBelowIt(String base, String url) {
        assertThat(at(base).of(new CloudRequest("GET", List.of("lights"), Optional.empty()))).hasToString(url);
    }

    @Test
    void place_usualPort_isNotSaid() {
        assertThat(at("https://one.example").place()).isEqualTo("one.example");
        assertThat(at("https://one.example:8443").place()).isEqualTo("one.example:8443");
    }

    private static Endpoint at(String url) {
        return new Endpoint(HttpUrl.get(url), Optional.empty());
    }
}
