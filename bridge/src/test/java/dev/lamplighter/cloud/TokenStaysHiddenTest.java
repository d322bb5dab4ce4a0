package dev.lamplighter.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamplighter.control.Way.Haste;
import dev.lamplighter.control.Way.Part;
import dev.lamplighter.light.LightCommand.Change;
import dev.lamplighter.light.Power;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
final class TokenStaysHiddenTest {
    private static final String TOKEN = HttpsServer.TOKEN.reveal();
    private static final List<Part> PARTS = List
            .of(Parts.part(Parts.DESK, Change.to(Power.ON)));

    @Test
    void calls_ofEveryKind_showTheTokenNowhere(@TempDir Path folder) throws Exception {
        var seen = new ArrayList<String>();
        try (var log = new CapturedLog(); var https = HttpsServer.started()) {
            try (var client = https.client(https.ca(folder))) {
                answers().forEach(answer -> {
                    https.answers(answer);
                    seen.add(client.apply(PARTS, Haste.CERTAIN, Duration.ofSeconds(2)).toString());
                });
                https.answers("[]");
                seen.add(client.look(Duration.ofSeconds(5)).toString());
            }
            try (var mistrusting = https.client(HttpsServer.strangerCa(folder))) {
                seen.add(mistrusting.look(Duration.ofSeconds(5)).toString());
            }
            seen.add(new CloudSettings(HttpsServer.TOKEN, https.url(), Optional.empty()).toString());
            assertThat(https.asked().getHeaders().get("Authorization")).contains(TOKEN);
            assertThat(log.lines()).isNotEmpty();
            seen.addAll(log.lines());
        }
        assertThat(seen).hasSizeGreaterThan(10).noneMatch(line -> line.contains(TOKEN))
                .anyMatch(line -> line.contains("(hidden)"));
    }

    private static List<MockResponse.Builder> answers() {
        var echo = "{\"error\":\"Bearer " + TOKEN + " is odd\"}";
        return List.of(new MockResponse.Builder().code(207).body(Recorded.text("set-state.json")),
                new MockResponse.Builder().code(401).body(echo), new MockResponse.Builder().code(403).body(echo),
                new MockResponse.Builder().code(422).body(echo), new MockResponse.Builder().code(500).body(echo),
                new MockResponse.Builder().code(302).addHeader("Location", "https://localhost/" + TOKEN),
                new MockResponse.Builder().body(TOKEN),
                new MockResponse.Builder().body(echo).onResponseBody(new SocketEffect.CloseStream(2)),
                new MockResponse.Builder().body(echo).headersDelay(1, TimeUnit.MINUTES));
    }
}
