package dev.lamplighter.app;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** What {@link WithoutBrokerTest} sees of a bridge alone must not be said where the broker is there and fails. */
final class OwnBrokerTest {
    @Test
    void broker_whoseClassCannotBeUsed_isNotCalledAbsent() {
        assertThatThrownBy(() -> OwnBroker.by(() -> {
            throw new NoClassDefFoundError("Could not initialize class com.sun.jna.Native");
        })).isInstanceOf(CannotStart.class).hasMessageContaining("com.sun.jna.Native")
                .hasMessageNotContaining("without a broker");
    }

    @Test
    void broker_whoseNativeCodeIsNotLinked_isToldInOneLine() {
        assertThatThrownBy(() -> OwnBroker.by(() -> {
            throw new UnsatisfiedLinkError("failed to map segment\nand more");
        })).isInstanceOf(CannotStart.class).hasMessage("the broker did not start: failed to map segment");
    }
}
