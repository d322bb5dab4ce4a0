package dev.lamplighter.topics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamplighter.control.ControlSettings;
import dev.lamplighter.control.Lights;
import dev.lamplighter.control.ManualTime;
import dev.lamplighter.control.MemoryWay;
import dev.lamplighter.control.Plan;
import dev.lamplighter.light.Color;
import dev.lamplighter.light.LightCommand.Change;
import dev.lamplighter.light.Power;
import dev.lamplighter.light.Seeded;
import dev.lamplighter.light.Zones;
import dev.lamplighter.mqtt.Bytes;
import dev.lamplighter.mqtt.Publication;
import dev.lamplighter.store.Letter;
import dev.lamplighter.store.Letter.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CommandDeskTest {
    private static final String TOPIC = "lifx/light/d073d5000001/set";

    private final ManualTime time = new ManualTime();
    private final MemoryWay way = new MemoryWay(2);
    private final List<Publication> published = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private int done;
    private CommandDesk desk = started();

    private CommandDesk started() {
        var lights = new Lights(ControlSettings.DEFAULTS, List.of(way), List.of(), time.surroundings(1));
        lights.start();
        time.settle();
        return new CommandDesk(new CommandTopics("lifx"), ControlSettings.DEFAULTS, lights, published::add, time);
    }

    @Test
    void command_thatSucceeds_isAnsweredThenDone() {
        desk.accept(letter("{\"state\":\"ON\",\"id\":\"hall-1\",\"sparkle\":2}"));
        assertThat(done).isZero();
        time.settle();
        assertThat(way.power(1)).isEqualTo(Power.ON);
        assertThat(results())
                .containsExactly("lifx/light/d073d5000001/result {\"id\":\"hall-1\",\"status\":\"applied\","
                        + "\"reason\":\"unknown keys ignored: sparkle\",\"lights\":{\"d073d5000001\":\"ok\"},\"via\":\"cloud\",\"took_ms\":0}");
        assertThat(done).isOne();
    }

    @Test
    void command_thatIsRetained_isRefusedAndDone() {
        desk.accept(letter("ON", true, Optional.empty(), Reply.NONE, Optional.empty()));
        time.settle();
        assertThat(way.power(1)).isEqualTo(Power.OFF);
        assertThat(results()).singleElement().asString().contains("refused").contains("retained");
        assertThat(done).isOne();
    }

    @Test
    void retainedCommand_thatIsTakenAway_isNoCommand() {
        desk.accept(letter("", true, Optional.empty(), Reply.NONE, Optional.empty()));
        time.settle();
        assertThat(published).isEmpty();
        assertThat(done).isOne();
    }

    @Test
    void command_thatIsRefused_isStillAnsweredUnderItsId() {
        desk.accept(letter("{\"state\":\"ON\",\"brightness\":300,\"id\":\"hall-2\"}"));
        desk.accept(letter("{\"state\":\"ON\",\"id\":7}"));
        desk.accept(letter("{\"id\":\"hall-3\""));
        time.settle();
        assertThat(results()).hasSize(3).allMatch(line -> line.contains("refused"));
        assertThat(results().getFirst()).contains("{\"id\":\"hall-2\",\"status\"");
        assertThat(results().subList(1, 3)).noneMatch(line -> line.contains("\"id\""));
    }

    @Test
    void command_thatIsWrong_isRefusedWhole() {
        desk.accept(letter("{\"state\":\"ON\",\"brightness\":300}"));
        time.settle();
        assertThat(way.power(1)).isEqualTo(Power.OFF);
        assertThat(results()).singleElement().asString().contains("refused")
                .contains("brightness: takes a number from 0 to 255, not 300");
    }

    @Test
    void colorName_thatOnlyTheFarSideKnows_isAskedForOnceAndShown() {
        var teal = new Color.Hue(180, 0.9);
        way.knows("teal", Change.to(teal));
        desk.accept(letter("{\"color\":\"teal\"}"));
        desk.accept(letter("{\"color\":\"teal\",\"state\":\"ON\"}"));
        time.pass(Duration.ofSeconds(1));
        desk.accept(letter("{\"color\":\"teal\"}"));
        time.pass(Duration.ofSeconds(1));
        assertThat(way.state(1).color()).isEqualTo(teal);
        assertThat(results()).hasSize(3).allMatch(line -> line.contains("applied") || line.contains("superseded"));
        assertThat(way.asked).hasSizeLessThanOrEqualTo(2).containsOnly("teal");
    }

    @Test
    void colorName_thatNobodyKnows_isRefusedAndNotAskedForAgain() {
        desk.accept(letter("{\"color\":\"octarine\"}"));
        time.settle();
        desk.accept(letter("{\"color\":\"octarine\"}"));
        time.settle();
        assertThat(results()).hasSize(2).allMatch(line -> line.contains("refused")
                && line.contains("'octarine' is no colour that is known here"));
        assertThat(way.asked).containsExactly("octarine");
        assertThat(done).isEqualTo(2);
    }

    @Test
    void colorName_thatMeansAnotherColorEachTime_isAskedForEachTime() {
        way.knows("random", Change.to(new Color.Hue(10, 1)));
        desk.accept(letter("{\"color\":\"random\"}"));
        time.pass(Duration.ofSeconds(5));
        way.knows("random", Change.to(new Color.Hue(200, 1)));
        desk.accept(letter("{\"color\":\"random\"}"));
        time.pass(Duration.ofSeconds(5));
        assertThat(way.state(1).color()).isEqualTo(new Color.Hue(200, 1));
        assertThat(way.asked).containsExactly("random", "random");
    }

    @Test
    void colorName_besideSomethingWrong_isAskedForOnceAndRefused() {
        way.knows("teal", Change.to(new Color.Hue(180, 0.9)));
        desk.accept(letter("{\"color\":\"teal\",\"effect\":\"dance\"}"));
        time.settle();
        assertThat(results()).singleElement().asString().contains("refused", "dance");
        assertThat(way.asked).containsExactly("teal");
    }

    @Test
    void command_behindAColorNameThatIsAskedFor_doesNotOvertakeIt() {
        way.knows("teal", Change.to(new Color.Hue(180, 1)));
        desk.accept(letter("{\"color\":\"teal\",\"state\":\"ON\"}"));
        desk.accept(letter("{\"color\":\"octarine\"}"));
        desk.accept(letter("OFF"));
        time.settle();
        assertThat(way.power(1)).isEqualTo(Power.OFF);
        assertThat(results()).hasSize(3);
        assertThat(results().get(1)).contains("octarine");
        desk.accept(letter("ON"));
        time.settle();
        assertThat(way.power(1)).as("nobody waits any more").isEqualTo(Power.ON);
    }

    @Test
    void commands_behindAColorName_areNotKeptWithoutEnd() {
        way.knows("teal", Change.to(new Color.Hue(180, 1)));
        desk.accept(letter("{\"color\":\"teal\"}"));
        for (var count = 0; count < 1_001; count++) {
            desk.accept(letter("ON"));
        }
        assertThat(results()).singleElement().asString().contains("refused", "too many commands wait");
        time.settle();
        assertThat(results()).hasSize(1_002);
    }

    @Test
    void colorName_whenNobodyAnswers_isRefusedAndMayBeAskedForLater() {
        way.answering = false;
        desk.accept(letter("{\"color\":\"teal\"}"));
        time.settle();
        assertThat(results()).singleElement().asString().contains("refused", "'teal' is not a LIFX colour",
                "LIFX cannot be asked for it at the moment");
    }

    @Test
    void colorString_withAMistake_isNotAskedFor() {
        desk.accept(letter("{\"color\":\"kelvin:99999\"}"));
        time.settle();
        assertThat(way.asked).isEmpty();
    }

    @Test
    void command_withAnIdSeenBefore_getsTheFirstResultAndIsNotCarriedOutAgain() {
        desk.accept(letter("{\"state\":\"TOGGLE\",\"id\":\"x\"}"));
        desk.accept(letter("{\"state\":\"TOGGLE\",\"id\":\"x\"}"));
        time.settle();
        desk.accept(letter("{\"state\":\"TOGGLE\",\"id\":\"x\"}"));
        time.settle();
        assertThat(way.power(1)).isEqualTo(Power.ON);
        assertThat(results()).hasSize(3).allMatch(line -> line.contains("applied"));
        assertThat(done).isEqualTo(3);
    }

    @Test
    void command_withAnIdSeenLongAgo_isNew() {
        desk.accept(letter("{\"state\":\"TOGGLE\",\"id\":\"x\"}"));
        time.pass(Repeats.MEMORY.plusSeconds(1));
        desk.accept(letter("{\"state\":\"TOGGLE\",\"id\":\"x\"}"));
        time.settle();
        assertThat(way.power(1)).isEqualTo(Power.OFF);
    }

    @Test
    void command_withAResponseTopic_isAnsweredThereWithItsCorrelationData() {
        desk.accept(letter("ON", false, Optional.empty(),
                new Reply(Optional.of("replies/me"), Optional.of(Bytes.utf8("abc"))), Optional.empty()));
        time.settle();
        assertThat(published).singleElement().satisfies(answer -> {
            assertThat(answer.topic()).isEqualTo("replies/me");
            assertThat(answer.correlationData()).contains(Bytes.utf8("abc"));
        });
    }

    @Test
    void command_thatWantsItsAnswerWhereTheBridgeTells_isCarriedOutAndAnsweredBesideIt() {
        desk.accept(letter("ON", false, Optional.empty(),
                new Reply(Optional.of("lifx/light/d073d5000001/state"), Optional.of(Bytes.utf8("abc"))),
                Optional.empty()));
        time.settle();
        assertThat(way.power(1)).isEqualTo(Power.ON);
        assertThat(published).extracting(Publication::topic).containsExactly("lifx/light/d073d5000001/result");
    }

    @Test
    void command_onATopicOfTwoLines_isLoggedInOne() {
        try (var log = new DeskLog()) {
            desk.accept(at("lifx/label/a\nb/set", "ON"));
            time.settle();
            assertThat(log.lines()).singleElement().asString().startsWith("lifx/label/a?b/set ON: refused, ")
                    .doesNotContain("\n");
        }
    }

    @Test
    void command_whoseExpiryPassesBeforeItCouldBeCarriedOut_endsThen() {
        way.answering = false;
        desk.accept(letter("ON", false, Optional.of(Duration.ofSeconds(2)), Reply.NONE, Optional.empty()));
        time.pass(Duration.ofSeconds(3));
        assertThat(results()).singleElement().asString().contains("unreachable").contains("\"took_ms\":2000");
    }

    @Test
    void command_receivedLongAgo_isExpired() {
        var letter = letter("ON");
        time.pass(Duration.ofMinutes(10));
        desk.accept(letter);
        time.settle();
        assertThat(way.power(1)).isEqualTo(Power.OFF);
        assertThat(results()).singleElement().asString().contains("expired");
    }

    @Test
    void toggle_takenUpAgainAfterACrash_isFinishedAsItWasDecided() {
        way.losesReplies = true;
        desk.accept(letter("TOGGLE"));
        time.settle();
        assertThat(way.power(1)).isEqualTo(Power.ON);
        assertThat(done).isZero();
        way.losesReplies = false;
        desk = started();
        desk.accept(letter("TOGGLE", false, Optional.empty(), Reply.NONE, Optional.of(notes.getLast())));
        time.settle();
        assertThat(way.power(1)).isEqualTo(Power.ON);
        assertThat(done).isOne();
    }

    @Test
    void plan_writtenAndRead_isTheSame() {
        Seeded.check(any -> {
            var zones = any.random().nextBoolean()
                    ? Optional.of(Zones.of(any.random().nextInt(9), 9))
                    : Optional.<Zones>empty();
            var plan = new Plan.Absolute(Map.of(any.id(), new Plan.Share(any.change(), zones)));
            assertThat(PlanText.read(PlanText.write(plan))).isEqualTo(plan);
        });
    }

    @Test
    void command_onSelect_isForTheLightsOfItsSelector() {
        desk.accept(at("lifx/select/set", "{\"selector\":\"id:d073d5000002\",\"state\":\"ON\"}"));
        time.settle();
        assertThat(way.power(1)).isEqualTo(Power.OFF);
        assertThat(way.power(2)).isEqualTo(Power.ON);
        assertThat(results()).singleElement().asString().startsWith("lifx/select/result ").contains("applied");
    }

    @Test
    void commandsOnSelect_withTheSameIdForOtherLights_areTwo() {
        desk.accept(at("lifx/select/set", "{\"selector\":\"id:d073d5000001\",\"state\":\"ON\",\"id\":\"1\"}"));
        desk.accept(at("lifx/select/set", "{\"selector\":\"id:d073d5000002\",\"state\":\"ON\",\"id\":\"1\"}"));
        time.settle();
        assertThat(way.power(1)).isEqualTo(Power.ON);
        assertThat(way.power(2)).isEqualTo(Power.ON);
    }

    @Test
    void command_onEachKindOfTopicThatIsWrong_isRefusedBesideIt() {
        desk.accept(at("lifx/select/set", "ON"));
        desk.accept(at("lifx/scene/Evening/set", "ON"));
        desk.accept(at("lifx/group/50%/set", "ON"));
        desk.accept(at("lifx/location/Nowhere/set", "ON"));
        time.settle();
        assertThat(results()).hasSize(4).allMatch(line -> line.contains("refused"))
                .anyMatch(line -> line.startsWith("lifx/select/result ") && line.contains("selector"))
                .anyMatch(line -> line.startsWith("lifx/scene/Evening/result ") && line.contains("UUID"))
                .anyMatch(line -> line.startsWith("lifx/group/50%/result "))
                .anyMatch(line -> line.startsWith("lifx/location/Nowhere/result ") && line.contains("no light"));
        assertThat(done).isEqualTo(4);
    }

    private Letter letter(String payload) {
        return letter(payload, false, Optional.empty(), Reply.NONE, Optional.empty());
    }

    private Letter letter(String payload, boolean retained, Optional<Duration> expiry, Reply reply,
            Optional<String> memo) {
        return new Letter(TOPIC, Bytes.utf8(payload), retained, time.instant(), expiry.map(time.instant()::plus), reply,
                memo, keeping());
    }

    private Letter at(String topic, String payload) {
        return new Letter(topic, Bytes.utf8(payload), false, time.instant(), Optional.empty(), Reply.NONE,
                Optional.empty(), keeping());
    }

    private Letter.Keeping keeping() {
        return new Letter.Keeping() {
            @Override
            public void note(String memo) {
                notes.add(memo);
            }

            @Override
            public void done() {
                done++;
            }
        };
    }

    private List<String> results() {
        return published.stream().map(publication -> publication.topic() + " " + publication.payload()).toList();
    }
}
