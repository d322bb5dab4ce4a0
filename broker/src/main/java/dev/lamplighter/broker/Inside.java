package dev.lamplighter.broker;

import com.hivemq.embedded.EmbeddedHiveMQ;
import com.hivemq.persistence.local.xodus.RetainedMessageRocksDBLocalPersistence;
import com.hivemq.persistence.payload.PublishPayloadPersistence;

/**
 * The one place where we reach into HiveMQ, whose parts cannot be exchanged from outside. It holds for the version we are built with. Some
 * things have to go by their names: HiveMQ lets nobody compile against the libraries that make its parts.
 */
final class Inside {
    private static final String RETAINED = "com.hivemq.persistence.retained.RetainedMessagePersistence";

    /** HiveMQ's parts, by their types. */
    private interface Parts {
        Object get(Class<?> type) throws ReflectiveOperationException;
    }

    private Inside() {}

    /**
     * To be called before anybody can publish, once HiveMQ's parts exist: when its extensions start. Changes nothing where retained messages
     * are in memory.
     *
     * @throws IllegalStateException when HiveMQ is not built as we know it
     */
    static void writePayloadsFirst(EmbeddedHiveMQ hiveMq) {
        try {
            var parts = parts(hiveMq);
            var retained = parts.get(Class.forName(RETAINED));
            var store = retained.getClass().getDeclaredField("localPersistence");
            store.setAccessible(true);
            if (store.get(retained) instanceof RetainedMessageRocksDBLocalPersistence onDisk) {
                var payloads = (PublishPayloadPersistence) parts.get(PublishPayloadPersistence.class);
                store.set(retained, new PayloadFirst(onDisk, payloads));
            }
        } catch (ReflectiveOperationException | RuntimeException other) {
            throw new IllegalStateException("HiveMQ is of another build than Lamplighter was made for", other);
        }
    }

    private static Parts parts(EmbeddedHiveMQ hiveMq) throws ReflectiveOperationException {
        var method = hiveMq.getClass().getDeclaredMethod("getInjector");
        method.setAccessible(true);
        var injector = method.invoke(hiveMq);
        var part = method.getReturnType().getMethod("getInstance", Class.class);
        return type -> part.invoke(injector, type);
    }
}
