package dev.lamplighter.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamplighter.cloud.CloudReplies.Answer;
import dev.lamplighter.control.Outcome;
import dev.lamplighter.control.Outcome.Done;
import dev.lamplighter.control.Outcome.Refused;
import dev.lamplighter.control.Outcome.Throttled;
import dev.lamplighter.control.Outcome.Unreachable;
import dev.lamplighter.control.Reply;
import java.time.Instant;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

final class CloudRepliesTest {
    private static final Instant NOW = Instant.parse("2025-08-01T12:00:00Z");
    private static final String SAID = "{\"error\":\"so it is\"}";

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 207})
    void read_success_handsTheJsonOn(int status) {
        assertThat(outcome(status, "{\"a\":1}")).isEqualTo(new Done<>("{\"a\":1}"));
    }

    @Test
    void read_takenWithoutABody_handsOnThatNothingWasSaid() {
        assertThat(outcome(202, "")).isEqualTo(new Done<>(""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n", "<html>Bad gateway</html>", "{\"results\":[", "{} and more", "\u0000\u0001"})
    void read_successWithoutJson_isUnreachable(String body) {
        assertThat(outcome(200, body))
                .isEqualTo(new Unreachable<>("the LIFX Cloud answered with something that is not JSON"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"400, the LIFX Cloud does not understand the request: so it is",
            "401, the LIFX Cloud does not accept the token",
            "403, the LIFX Cloud does not let this token control lights: so it is",
            "404, the LIFX Cloud says that the selector matched no light: so it is",
            "422, the LIFX Cloud does not understand the request: so it is", "426, the LIFX Cloud speaks only https",
            "405, the LIFX Cloud refuses the request (405): so it is",
            "418, the LIFX Cloud refuses the request (418): so it is",
            "301, 'the LIFX Cloud sends us elsewhere (301), where the token must not go'",
            "307, 'the LIFX Cloud sends us elsewhere (307), where the token must not go'"})
    void read_complaint_isRefusedWithLifxsWords(int status, String reason) {
        assertThat(outcome(status, SAID)).isEqualTo(new Refused<>(reason));
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 423, 500, 502, 503, 504, 520, 521, 522, 523, 524, 525, 527, 530})
    void read_serverUnwell_isUnreachable(int status) {
        assertThat(outcome(status, SAID))
                .isEqualTo(new Unreachable<>("the LIFX Cloud is unwell (" + status + "): so it is"));
        assertThat(outcome(status, "<html>oh</html>"))
                .isEqualTo(new Unreachable<>("the LIFX Cloud is unwell (" + status + ")"));
    }

    @Test
    void read_tooManyRequests_isThrottled() {
        assertThat(outcome(429, "slow down")).isEqualTo(new Throttled<>(NOW.plus(RateLimit.UNTOLD)));
    }

    @Test
    void read_anyStatus_carriesTheAllowance() {
        var headers = Headers.of("X-RateLimit-Limit", "120", "X-RateLimit-Remaining", "7", "X-RateLimit-Reset",
                "" + NOW.plusSeconds(12).getEpochSecond(), "Date", "Fri, 01 Aug 2025 12:00:00 GMT");
        var allowance = new Reply.Allowance(120, 7, NOW.plusSeconds(12));
        for (var status : new int[]{200, 207, 301, 401, 422, 429, 503}) {
            assertThat(CloudReplies.read(new Answer(status, headers, ""), NOW, CloudRepliesTest::text).allowance())
                    .contains(allowance);
        }
    }

    @Test
    void read_recordedValidationError_namesEveryFieldOnce() {
        assertThat(outcome(422, Recorded.text("error-422.json"))).isEqualTo(new Refused<>(
                "the LIFX Cloud does not understand the request: brightness is invalid; color is odd; color is unknown"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "{}", "[]", "7", "null", "{\"error\":7}", "{\"error\":\" \"}",
            "{\"errors\":{}}",
            "{\"errors\":[{\"field\":\"x\",\"message\":[]}]}"})
    void read_complaintWithoutWords_isRefusedAllTheSame(String body) {
        assertThat(outcome(422, body)).isEqualTo(new Refused<>("the LIFX Cloud does not understand the request"));
    }

    @Test
    void read_messageAsPlainString_isTakenToo() {
        assertThat(outcome(400, "{\"errors\":[{\"field\":\"color\",\"message\":\"is odd\"}]}"))
                .isEqualTo(new Refused<>("the LIFX Cloud does not understand the request: color is odd"));
    }

    @Test
    void read_longAndManyLinedWords_becomeOneShortLine() {
        var body = "{\"error\":\"first\\r\\nsecond\\u001b[31m " + "x".repeat(5_000) + "\"}";
        assertThat(outcome(422, body)).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.reason()).hasSizeLessThan(260).contains("first second [31m").endsWith("…");
            assertThat(refused.reason().chars()).noneMatch(Character::isISOControl);
        });
    }

    private static Outcome<String> outcome(int status, String body) {
        return CloudReplies.read(new Answer(status, Headers.EMPTY, body), NOW, CloudRepliesTest::text).outcome();
    }

    private static Outcome<String> text(JsonNode json) {
        return new Done<>(json.isMissingNode() ? "" : Json.write(json));
    }
}
