package dev.lamplighter.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AckOrderTest {
    private final List<Integer> sent = new ArrayList<>();
    private final AckOrder order = new AckOrder(sent::add);

    @Test
    void done_beforeAnEarlierOne_isHeldBackUntilThatIsDone() {
        var first = order.arrived(7);
        var second = order.arrived(8);
        var third = order.arrived(9);

        second.run();
        assertThat(sent).isEmpty();
        first.run();
        assertThat(sent).containsExactly(7, 8);
        third.run();
        assertThat(sent).containsExactly(7, 8, 9);
    }

    @Test
    void done_twice_acknowledgesOnce() {
        var first = order.arrived(7);

        first.run();
        first.run();

        assertThat(sent).containsExactly(7);
    }

    @Test
    void done_twiceAndTheIdentifierIsUsedAgain_doesNotAcknowledgeTheNewMessage() {
        var old = order.arrived(7);
        old.run();
        order.arrived(7);

        old.run();

        assertThat(sent).containsExactly(7);
    }

    @Test
    void done_inAnyOrder_comesOutInTheOrderOfArrival() {
        var ids = IntStream.rangeClosed(1, 500).boxed().toList();
        var done = new ArrayList<>(ids.stream().map(order::arrived).toList());
        Collections.shuffle(done, new Random(42));

        done.forEach(Runnable::run);

        assertThat(sent).isEqualTo(ids);
    }
}
