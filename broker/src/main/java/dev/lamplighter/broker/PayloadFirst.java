package dev.lamplighter.broker;

import com.hivemq.extensions.iteration.BucketChunkResult;
import com.hivemq.persistence.RetainedMessage;
import com.hivemq.persistence.payload.PublishPayloadPersistence;
import com.hivemq.persistence.retained.RetainedMessageLocalPersistence;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * HiveMQ's store of retained messages, with the order of its two writes turned round. HiveMQ 2025.5 first lets the topic point to the new
 * payload and then writes that: a process killed in between leaves a topic that points nowhere, and the message that was there before, long
 * acknowledged, is gone. Here the payload is on disk before the topic points to it; what a kill can leave is a payload nobody points to.
 */
final class PayloadFirst implements RetainedMessageLocalPersistence {
    private final RetainedMessageLocalPersistence store;
    private final PublishPayloadPersistence payloads;

    PayloadFirst(RetainedMessageLocalPersistence store, PublishPayloadPersistence payloads) {
        this.store = store;
        this.payloads = payloads;
    }

    /** The store counts the payload once more, and keeps it by that count. */
    @Override
    public void put(RetainedMessage message, String topic, int bucket) {
        var id = message.getPublishId();
        payloads.add(Objects.requireNonNull(message.getMessage()), id);
        try {
            store.put(message, topic, bucket);
        } finally {
            payloads.decrementReferenceCounter(id);
        }
    }

    @Override
    public long size() {
        return store.size();
    }

    @Override
    public void clear(int bucket) {
        store.clear(bucket);
    }

    @Override
    public void remove(String topic, int bucket) {
        store.remove(topic, bucket);
    }

    @Override
    public @Nullable RetainedMessage get(String topic, int bucket) {
        return store.get(topic, bucket);
    }

    @Override
    public Set<String> getAllTopics(String filter, int bucket) {
        return store.getAllTopics(filter, bucket);
    }

    @Override
    public void cleanUp(int bucket) {
        store.cleanUp(bucket);
    }

    @Override
    public BucketChunkResult<Map<String, RetainedMessage>> getAllRetainedMessagesChunk(int bucket,
            @Nullable String lastTopic, int maxMemory) {
        return store.getAllRetainedMessagesChunk(bucket, lastTopic, maxMemory);
    }

    @Override
    public void iterate(ItemCallback callback) {
        store.iterate(callback);
    }

    @Override
    public void closeDB(int bucket) {
        store.closeDB(bucket);
    }
}
