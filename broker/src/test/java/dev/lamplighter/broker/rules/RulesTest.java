package dev.lamplighter.broker.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamplighter.broker.rules.RuleTable.Row;
import dev.lamplighter.broker.rules.Rules.Who;
import dev.lamplighter.broker.users.Grant;
import dev.lamplighter.broker.users.Role;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulesTest {
    private final Rules rules = new Rules(Tree.STANDARD);

    @Test
    void rules_areThoseOfTheTable() {
        var softly = new SoftAssertions();
        for (var who : RuleTable.ALL) {
            RuleTable.topics().forEach(row -> {
                softly.assertThat(allows(rules.publish(who, row.topic(), Optional.empty())))
                        .as("%s writes %s", who, row)
                        .isEqualTo(row.writes(who));
                reads(softly, who, row);
            });
            RuleTable.filters().forEach(row -> reads(softly, who, row));
        }
        softly.assertAll();
    }

    private void reads(SoftAssertions softly, Who who, Row row) {
        softly.assertThat(allows(rules.subscribe(who, row.topic()))).as("%s reads %s", who, row)
                .isEqualTo(row.reads(who));
        softly.assertThat(allows(rules.subscribe(who, "$share/group/" + row.topic()))).as("%s shares %s", who, row)
                .isEqualTo(row.reads(who));
    }

    @Test
    void denial_saysTheRule() {
        var hall = RuleTable.ALL.get(1);
        assertThat(rules.publish(hall, "lifx/all/set", Optional.empty()))
                .isEqualTo(
                        new Verdict.Denied("a board publishes below boards/hall/ (its config and results apart) and on "
                                + "set and get of group:1%2B1, label:Desk%20Lamp, light:d073d5001337"));
    }

    @Test
    void topics_followTheSettings() {
        var other = new Rules(new Tree("home/lifx", "home/boards", "ha"));
        var hall = RuleTable.ALL.get(1);
        assertThat(allows(other.publish(hall, "home/boards/hall/state", Optional.empty()))).isTrue();
        assertThat(allows(other.publish(hall, "home/lifx/light/d073d5001337/set", Optional.empty()))).isTrue();
        assertThat(allows(other.publish(hall, "lifx/light/d073d5001337/set", Optional.empty()))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            BOARD,          hall,               true
            BOARD,          hallway,            false
            BOARD,          lamplighter-bridge, false
            READER,         lamplighter-bridge, false
            READER,         mqttx_1234,         true
            HOME_ASSISTANT, lamplighter-bridge, false
            BRIDGE,         lamplighter-bridge, true
            ADMIN,          lamplighter-1f,     true
            ADMIN,          hall-2,             true
            BOARD,          hall-2,             false
            BOARD,          hall-2-x,           false
            BOARD,          hall-3,             true
            READER,         hall-2,             false
            HOME_ASSISTANT, hall-2,             false
            HOME_ASSISTANT, hall-3,             true
            """)
    void client_isCalledLikeItsUser_whereItCouldTakeAnothersPlace(Role role, String client, boolean allowed) {
        assertThat(allows(rules.client(new Who("hall", role, Set.of()), client, Set.of("hall", "hall-2"))))
                .isEqualTo(allowed);
    }

    @Test
    void board_calledLikeTheBridge_isNotTheBridge() {
        assertThat(allows(rules.client(new Who("lamplighter", Role.BOARD, Set.of()), "lamplighter-bridge",
                Set.of("lamplighter")))).isFalse();
    }

    /** Whoever answers may write there, and must not be made to do so by somebody who may not. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            BOARD,          lifx/answers/hall,       true
            BOARD,          lifx/answers/hall/1,     true
            BOARD,          lifx/answers/attic/1,    false
            BOARD,          boards/attic/config,     false
            BOARD,          boards/hall/config,      false
            BOARD,          lifx/bridge/state,       false
            HOME_ASSISTANT, lifx/answers/node-red,   true
            HOME_ASSISTANT, boards/attic/config,     false
            HOME_ASSISTANT, answers/me,              false
            ADMIN,          answers/me,              true
            """)
    void answer_isAskedForWhereTheAskerMayHaveIt(Role role, String answer, boolean allowed) {
        var who = new Who("hall", role, role == Role.BOARD ? Set.of(new Grant.All()) : Set.of());
        assertThat(allows(rules.publish(who, "lifx/all/set", Optional.of(answer)))).isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            lifx/light/d073d5001337/set, true
            lifx/all/get,                true
            lifx/bridge/restart,         true
            lifx/light/d073d5001337/state, false
            lifx/set,                    true
            other/light/x/set,           false
            """)
    void command_isWhatAsksForSomething(String topic, boolean command) {
        assertThat(Tree.STANDARD.isCommand(topic)).isEqualTo(command);
    }

    private static boolean allows(Verdict verdict) {
        return verdict instanceof Verdict.Allowed;
    }
}
