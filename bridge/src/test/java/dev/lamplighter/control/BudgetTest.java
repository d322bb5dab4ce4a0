package dev.lamplighter.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamplighter.control.Reply.Allowance;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BudgetTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final int BURST = 36;

    private static Budget of(int limit) {
        var budget = Budget.full(NOW);
        return limit == Budget.LIMIT
                ? budget
                : budget.told(new Allowance(limit, limit, NOW.plus(Budget.WINDOW)), 0);
    }

    private static Instant after(double seconds) {
        return NOW.plusMillis(Math.round(seconds * 1000));
    }

    /** Requests that leave as soon as they may. */
    private static final class Walk {
        private final List<Instant> left = new ArrayList<>();
        private final List<Instant> commands = new ArrayList<>();
        private final List<Instant> looks = new ArrayList<>();
        private Budget budget;
        private Instant now = NOW;

        Walk(Budget budget) {
            this.budget = budget;
        }

        void pass(Duration time) {
            now = now.plus(time);
            budget = budget.at(now);
        }

        boolean command() {
            budget = budget.at(now);
            if (budget.nextCommand(now).isAfter(now)) {
                return false;
            }
            budget = budget.spentOnCommand(now);
            left.add(now);
            return commands.add(now);
        }

        boolean look() {
            budget = budget.at(now);
            if (budget.nextLook(now).isAfter(now)) {
                return false;
            }
            budget = budget.spentOnLook();
            left.add(now);
            return looks.add(now);
        }

        /** As many commands as may leave, for so long; looks are wished for all the time too. */
        Walk greedily(Duration time) {
            var end = now.plus(time);
            while (now.isBefore(end)) {
                while (command()) {
                    // Until no more may leave.
                }
                look();
                pass(Duration.ofMillis(10));
            }
            return this;
        }

        int most() {
            var most = 0;
            var from = 0;
            for (var to = 0; to < left.size(); to++) {
                while (!left.get(to).isBefore(left.get(from).plus(Budget.WINDOW))) {
                    from++;
                }
                most = Math.max(most, to - from + 1);
            }
            return most;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 10, 60, 120, 1000})
    void walks_ofAnyKind_neverLeaveMoreThanTheLimitInAnyMinute(int limit) {
        for (var seed = 0L; seed < 60; seed++) {
            var random = new Random(seed);
            var walk = new Walk(of(limit));
            for (var step = 0; step < 2_000; step++) {
                var greed = random.nextInt(4);
                for (var tries = random.nextInt(20); tries > 0
                        && (greed == 0 ? walk.look() : walk.command()); tries--) {
                    // As often as it goes.
                }
                walk.pass(Duration.ofMillis(random.nextInt(5) == 0 ? random.nextInt(30_000) : random.nextInt(300)));
            }
            assertThat(walk.most()).as("limit %d, seed %d", limit, seed).isLessThanOrEqualTo(limit);
            assertThat(walk.commands).as("limit %d, seed %d", limit, seed).isNotEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 10, 60, 120, 1000})
    void greed_forTenMinutes_neverLeavesMoreThanTheLimitAndHardlyLess(int limit) {
        var walk = new Walk(of(limit)).greedily(Duration.ofMinutes(10));
        assertThat(walk.most()).isLessThanOrEqualTo(limit);
        assertThat(walk.commands).hasSizeGreaterThanOrEqualTo((int) (limit * 0.6 * 10));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 120})
    void nextCommand_told_isWhenItMayIndeedLeave(int limit) {
        var walk = new Walk(of(limit));
        for (var count = 0; count < 300; count++) {
            var wait = Duration.between(walk.now, walk.budget.nextCommand(walk.now));
            assertThat(wait).isLessThanOrEqualTo(Budget.WINDOW.multipliedBy(2));
            walk.pass(wait.isNegative() ? Duration.ZERO : wait);
            // A window may have begun meanwhile, which is told anew.
            for (var again = 0; again < 3 && walk.budget.nextCommand(walk.now).isAfter(walk.now); again++) {
                walk.pass(Duration.between(walk.now, walk.budget.nextCommand(walk.now)));
            }
            assertThat(walk.command()).as("command %d", count).isTrue();
        }
    }

    @Test
    void burst_ofThirtySix_leavesAtOnce() {
        var walk = new Walk(Budget.full(NOW));
        for (var count = 0; count < BURST; count++) {
            assertThat(walk.command()).as("command %d", count).isTrue();
        }
        assertThat(walk.command()).isFalse();
    }

    @Test
    void commands_afterABurst_goOnAtASteadyRateWithoutALongGap() {
        var walk = new Walk(Budget.full(NOW)).greedily(Duration.ofMinutes(10));
        for (var next = 1; next < walk.commands.size(); next++) {
            assertThat(Duration.between(walk.commands.get(next - 1), walk.commands.get(next)))
                    .isLessThan(Duration.ofMillis(900));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 10, 60, 120, 1000})
    void looks_whileCommandsAreGreedy_stillGetTheirTrickle(int limit) {
        var walk = new Walk(of(limit)).greedily(Duration.ofMinutes(20));
        assertThat(walk.looks).hasSizeGreaterThanOrEqualTo((int) (limit * 0.05 * 20) - 1);
    }

    @Test
    void looks_whenNothingElseLeaves_leaveHalfOfABurstToCommands() {
        var walk = new Walk(Budget.full(NOW));
        while (walk.look()) {
            // As often as it goes.
        }
        var commands = 0;
        while (walk.command()) {
            commands++;
        }
        assertThat(walk.looks).hasSizeGreaterThan(15);
        assertThat(commands).isGreaterThanOrEqualTo(BURST / 2 - 1);
    }

    @Test
    void looks_whenLittleIsLeft_leaveItToCommands() {
        var budget = Budget.full(NOW).told(new Allowance(120, 12, after(40)), 0);
        assertThat(budget.nextLook(NOW)).isEqualTo(after(40));
        assertThat(budget.nextCommand(NOW)).isEqualTo(NOW);
    }

    @Test
    void told_thatAnotherSpendsOfTheSame_stretchesWhatIsLeftOverTheWindow() {
        var walk = new Walk(Budget.full(NOW).told(new Allowance(120, 10, after(50)), 0));
        var end = after(49.9);
        while (walk.now.isBefore(end)) {
            walk.command();
            walk.pass(Duration.ofMillis(100));
        }
        assertThat(walk.commands).hasSizeBetween(8, 10);
        assertThat(walk.commands.getLast()).as("a little is left to the end").isAfter(after(35));
    }

    @Test
    void told_thatNothingIsLeft_waitsForTheNextWindow() {
        var budget = Budget.full(NOW).told(new Allowance(120, 0, after(12)), 0);
        assertThat(budget.nextCommand(NOW)).isEqualTo(after(12));
        assertThat(budget.nextLook(NOW)).isEqualTo(after(12));
        assertThat(budget.at(after(12)).nextCommand(after(12))).isEqualTo(after(12));
    }

    @Test
    void told_ofANewWindow_countsFromItsRemaining() {
        var late = after(30);
        var budget = Budget.full(NOW).told(new Allowance(120, 0, after(40)), 0).at(late)
                .told(new Allowance(120, 100, after(90)), 0);
        assertThat(budget.left()).isEqualTo(100);
        assertThat(budget.nextCommand(late)).isEqualTo(late);
    }

    @Test
    void told_ofTheSameWindow_neverGivesBackWhatWasCountedAlready() {
        var budget = Budget.full(NOW).told(new Allowance(120, 50, after(40)), 0)
                .told(new Allowance(120, 80, after(41)), 0);
        assertThat(budget.left()).isEqualTo(50);
    }

    @Test
    void told_withRequestsUnderWay_countsThemToo() {
        assertThat(Budget.full(NOW).told(new Allowance(120, 50, after(40)), 7).left()).isEqualTo(43);
    }

    @Test
    void notTold_countsByItself() {
        var walk = new Walk(Budget.full(NOW));
        walk.command();
        walk.look();
        assertThat(walk.budget.left()).isEqualTo(118);
        walk.pass(Budget.WINDOW);
        assertThat(walk.budget.left()).isEqualTo(120);
    }

    @ParameterizedTest
    @CsvSource({"120, 0, 31536000", "120, 0, 121", "120, 0, -31536000", "120, -5, 30", "120, 500, 30", "120, 0, 0",
            "1, 0, 0", "1000000, 0, 60"})
    void told_whatIsAbsurd_isHeldUpNoLongerThanTwoWindows(int limit, int remaining, long reset) {
        var walk = new Walk(Budget.full(NOW).told(new Allowance(limit, remaining, NOW.plusSeconds(reset)), 0));
        walk.pass(Duration.ZERO);
        walk.pass(Budget.WINDOW.multipliedBy(2));
        assertThat(walk.command()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"120, 5", "120, 60", "120, 1", "5, 120", "60, 1000", "1, 120", "1000, 10"})
    void told_ofAnotherLimitWhileRunning_keepsToIt(int from, int to) {
        var before = new Walk(of(from)).greedily(Duration.ofMinutes(2));
        var budget = before.budget.told(new Allowance(to, to, before.now.plus(Budget.WINDOW)), 0);
        var walk = new Walk(budget);
        walk.now = before.now;
        walk.greedily(Duration.ofMinutes(5));
        assertThat(walk.most()).isLessThanOrEqualTo(to);
        assertThat(walk.commands).hasSizeGreaterThanOrEqualTo((int) (to * 0.6 * 5));
    }

    @Test
    void told_ofLimitsInTurn_givesNoMoreThanTheHigher() {
        var walk = new Walk(Budget.full(NOW));
        for (var turn = 0; turn < 6_000; turn++) {
            var limit = turn % 2 == 0 ? 5 : 120;
            walk.budget = walk.budget.told(new Allowance(limit, limit, walk.now.plus(Budget.WINDOW)), 0);
            walk.command();
            walk.pass(Duration.ofMillis(50));
        }
        assertThat(walk.most()).isLessThanOrEqualTo(120);
    }

    @Test
    void exhausted_untilAMoment_sendsNothingBeforeAndBeginsGently() {
        var walk = new Walk(Budget.full(NOW).exhausted(after(20)));
        assertThat(walk.command()).isFalse();
        assertThat(walk.look()).isFalse();
        assertThat(walk.budget.nextCommand(NOW)).isEqualTo(after(20));
        walk.greedily(Duration.ofMillis(19_990));
        assertThat(walk.left).isEmpty();
        walk.budget = walk.budget.exhausted(after(20));
        walk.pass(Duration.ofMillis(10));
        assertThat(walk.command()).isTrue();
        assertThat(walk.command()).isFalse();
        walk.pass(Duration.ofMillis(800));
        assertThat(walk.command()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {3_600, -3_600, -100, -59, 59, 86_400 * 365L, -86_400 * 365L})
    void clock_thatJumps_freezesNothingForLongerThanTwoWindows(long seconds) {
        var spent = new Walk(Budget.full(NOW)).greedily(Duration.ofSeconds(59));
        var silenced = Budget.full(NOW).exhausted(after(60)).at(after(59));
        for (var budget : Stream.of(spent.budget, silenced, Budget.full(NOW)).toList()) {
            var walk = new Walk(budget);
            walk.now = after(59).plusSeconds(seconds);
            walk.pass(Duration.ZERO);
            var wait = Duration.between(walk.now, walk.budget.nextCommand(walk.now));
            assertThat(wait).isBetween(Duration.ZERO, Budget.WINDOW.multipliedBy(2));
            walk.greedily(Budget.WINDOW.multipliedBy(2).plusSeconds(1));
            assertThat(walk.commands).isNotEmpty();
            assertThat(walk.looks).isNotEmpty();
            assertThat(walk.most()).isLessThanOrEqualTo(Budget.LIMIT);
        }
    }
}
