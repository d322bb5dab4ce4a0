package dev.lamplighter.light;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamplighter.light.LightCommand.Change;
import org.junit.jupiter.api.Test;

class ChangeLawsTest {
    @Test
    void then_anyThreeChanges_isAssociative() {
        Seeded.check(any -> {
            var a = any.change();
            var b = any.change();
            var c = any.change();
            assertThat(a.then(b).then(c)).isEqualTo(a.then(b.then(c)));
        });
    }

    @Test
    void then_none_changesNothing() {
        Seeded.check(any -> {
            var change = any.change();
            assertThat(change.then(Change.NONE)).isEqualTo(change);
            if (!change.isNone()) {
                assertThat(Change.NONE.then(change)).isEqualTo(change);
            }
        });
    }

    @Test
    void after_merged_isAfterOneThenTheOther() {
        Seeded.check(any -> {
            var state = any.state();
            var first = any.change();
            var second = any.change();
            assertThat(state.after(first.then(second))).isEqualTo(state.after(first).after(second));
        });
    }

    @Test
    void after_sameChangeTwice_isAsOnce() {
        Seeded.check(any -> {
            var change = any.change();
            var once = any.state().after(change);
            assertThat(once.after(change)).isEqualTo(once);
        });
    }

    @Test
    void without_later_leavesOnlyWhatLaterDoesNotSay() {
        Seeded.check(any -> {
            var earlier = any.change();
            var later = any.change();
            var state = any.state();
            assertThat(state.after(earlier.without(later)).after(later)).isEqualTo(state.after(earlier).after(later));
            assertThat(earlier.without(earlier).isNone()).isTrue();
        });
    }
}
