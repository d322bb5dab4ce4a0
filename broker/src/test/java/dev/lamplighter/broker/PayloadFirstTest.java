package dev.lamplighter.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hivemq.extensions.iteration.BucketChunkResult;
import com.hivemq.mqtt.message.QoS;
import com.hivemq.persistence.RetainedMessage;
import com.hivemq.persistence.payload.PublishPayloadPersistence;
import com.hivemq.persistence.retained.RetainedMessageLocalPersistence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PayloadFirstTest {
    private final List<String> done = new ArrayList<>();

    @Test
    void message_stored_hasItsPayloadOnDiskBeforeItsTopicPointsToIt() {
        new PayloadFirst(new Store(false), new Payloads()).put(message(7), "lifx/bridge/state", 1);
        assertThat(done).containsExactly("payload 7", "topic lifx/bridge/state of 1 to 7", "payload 7",
                "one less of 7");
    }

    @Test
    void message_thatCannotBeStored_leavesNoCountBehind() {
        assertThatThrownBy(() -> new PayloadFirst(new Store(true), new Payloads()).put(message(7), "a", 0))
                .hasMessage("full");
        assertThat(done).containsExactly("payload 7", "one less of 7");
    }

    private static RetainedMessage message(long id) {
        return new RetainedMessage(new byte[]{1}, QoS.AT_LEAST_ONCE, id, 60);
    }

    private final class Payloads implements PublishPayloadPersistence {
        @Override
        public void add(byte[] payload, long id) {
            done.add("payload " + id);
        }

        @Override
        public void decrementReferenceCounter(long id) {
            done.add("one less of " + id);
        }

        @Override
        public void init() {}

        @Override
        public byte @Nullable [] get(long id) {
            return null;
        }

        @Override
        public void incrementReferenceCounterOnBootstrap(long id) {}

        @Override
        public void closeDB() {}
    }

    /** Counts the payload itself, as HiveMQ's does. */
    private final class Store implements RetainedMessageLocalPersistence {
        private final boolean full;

        Store(boolean full) {
            this.full = full;
        }

        @Override
        public void put(RetainedMessage message, String topic, int bucket) {
            if (full) {
                throw new IllegalStateException("full");
            }
            done.add("topic " + topic + " of " + bucket + " to " + message.getPublishId());
            done.add("payload " + message.getPublishId());
        }

        @Override
        public long size() {
            return 0;
        }

        @Override
        public void clear(int bucket) {}

        @Override
        public void remove(String topic, int bucket) {}

        @Override
        public @Nullable RetainedMessage get(String topic, int bucket) {
            return null;
        }

        @Override
        public Set<String> getAllTopics(String filter, int bucket) {
            return Set.of();
        }

        @Override
        public void cleanUp(int bucket) {}

        @Override
        public BucketChunkResult<Map<String, RetainedMessage>> getAllRetainedMessagesChunk(int bucket,
                @Nullable String lastTopic, int maxMemory) {
            return new BucketChunkResult<>(Map.of(), true, lastTopic, bucket);
        }

        @Override
        public void iterate(ItemCallback callback) {}

        @Override
        public void closeDB(int bucket) {}
    }
}
