package dev.lamplighter.topics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamplighter.control.ControlSettings;
import dev.lamplighter.control.Lights;
import dev.lamplighter.control.ManualTime;
import dev.lamplighter.control.MemoryWay;
import dev.lamplighter.control.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionDeskTest {
    private static final String ONE = "light/d073d5000001/state";
    private static final String TWO = "light/d073d5000002/state";
    private static final String OFFICE = "group/6f1d0e2b9c8a4f7d8e5b3a2c1d0e9f8a/state";
    private static final Duration POLL = Duration.ofHours(1);

    private final ManualTime time = new ManualTime();
    private final MemoryWay way = new MemoryWay(2);
    private final Told told = new Told();
    private final Telling telling = told.telling(time);
    private final Lights lights = new Lights(new ControlSettings(Duration.ofSeconds(30), POLL), List.of(way),
            telling.listeners(), time.surroundings(1));
    private final QuestionDesk desk = new QuestionDesk(new CommandTopics("lifx"), lights, telling);

    @BeforeEach
    void start() {
        lights.start();
        time.pass(Duration.ofMinutes(1));
        told.clear();
    }

    @Test
    void question_ofALight_isAnsweredWithWhatIsSeenNow() {
        var looks = way.looks();
        desk.received("lifx/light/d073d5000001/get", false);
        time.pass(Duration.ofSeconds(2));
        assertThat(way.looks()).isEqualTo(looks + 1);
        assertThat(told.on(ONE)).hasSize(1);
        assertThat(told.on(TWO)).isEmpty();
        assertThat(told.json(ONE).path("observed_at").asString()).isGreaterThanOrEqualTo("2026-01-01T00:01:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"group/6f1d0e2b9c8a4f7d8e5b3a2c1d0e9f8a", "group/Office", "all"})
    void question_ofSeveral_isAnsweredForEachAndForThemTogether(String which) {
        desk.received("lifx/" + which + "/get", false);
        time.pass(Duration.ofSeconds(2));
        assertThat(told.on(ONE)).hasSize(1);
        assertThat(told.on(TWO)).hasSize(1);
        assertThat(told.on(OFFICE)).hasSize(1);
    }

    @Test
    void manyQuestions_areAFewLooks() {
        var looks = way.looks();
        for (var count = 0; count < 1_000; count++) {
            desk.received("lifx/all/get", false);
            time.pass(Duration.ofMillis(10));
        }
        time.pass(Duration.ofSeconds(2));
        assertThat(way.looks() - looks).isBetween(5, 12);
    }

    @Test
    void questionsWithoutEnd_stayWithinTheBudgetForLooks() {
        var looks = way.looks();
        for (var second = 0; second < 600; second++) {
            desk.received("lifx/all/get", false);
            time.pass(Duration.ofSeconds(1));
        }
        assertThat(way.looks() - looks).as("of the 1200 requests that LIFX allows").isLessThan(840);
    }

    @Test
    void question_whileTheWayFails_isAnsweredOnceItWorks() {
        way.failWith(new Outcome.Unreachable<>("no answer"));
        desk.received("lifx/light/d073d5000001/get", false);
        time.pass(Duration.ofSeconds(20));
        assertThat(told.on(ONE)).isEmpty();
        way.recover();
        time.pass(Duration.ofMinutes(2));
        assertThat(told.on(ONE)).hasSize(1);
    }

    @Test
    void question_thatIsRetained_isNotAnswered() {
        var looks = way.looks();
        desk.received("lifx/all/get", true);
        time.pass(Duration.ofSeconds(5));
        assertThat(way.looks()).isEqualTo(looks);
        assertThat(told.all()).isEmpty();
    }

    @Test
    void question_onATopicOfTwoLines_isLoggedInOne() {
        try (var log = new DeskLog()) {
            desk.received("lifx/label/a\nb/get", true);
            assertThat(log.lines()).containsExactly("lifx/label/a?b/get: a retained question is not answered");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"lifx/light/d073d50000ff/get", "lifx/label/Nowhere/get", "lifx/light/7/get",
            "lifx/scene/3f0c1a52-7f0e-4b0b-9d5d-2f6a1f0b7c11/get"})
    void question_ofWhatThereIsNot_isAnEvent(String topic) {
        desk.received(topic, false);
        time.pass(Duration.ofSeconds(2));
        assertThat(told.json("bridge/event").path("type").asString()).isEqualTo("question_refused");
        assertThat(told.json("bridge/event").path("topic").asString()).isEqualTo(topic);
    }

    @Test
    void desk_takesQuestionsAndNothingElse() {
        assertThat(desk.takes("lifx/all/get")).isTrue();
        assertThat(desk.takes("lifx/all/set")).isFalse();
        assertThat(desk.takes("other/all/get")).isFalse();
    }
}
