package dev.lamplighter.broker;

import com.hivemq.configuration.service.InternalConfigurations;

/**
 * HiveMQ's settings that are not in config.xml. They are fields of the whole JVM, read while HiveMQ starts; so they are set to the same
 * constants before every start, and no two brokers of one JVM can differ in them.
 */
final class HiveMqTuning {
    /**
     * HiveMQ spreads clients, topics and payloads over this many little databases, 64 unless told: four are plenty for a home and start
     * faster in less memory. The number must never change: with another one HiveMQ looks for what is stored in the wrong place and finds nothing.
     */
    private static final int BUCKETS = 4;

    private HiveMqTuning() {}

    static void apply() {
        InternalConfigurations.PERSISTENCE_BUCKET_COUNT.set(BUCKETS);
        InternalConfigurations.PAYLOAD_PERSISTENCE_BUCKET_COUNT.set(BUCKETS);
        InternalConfigurations.SINGLE_WRITER_THREAD_POOL_SIZE.set(BUCKETS);
        InternalConfigurations.PERSISTENCE_STARTUP_THREAD_POOL_SIZE.set(BUCKETS);
        InternalConfigurations.PAYLOAD_PERSISTENCE_CLEANUP_THREADS.set(1);
        // A share of the machine's memory, one part in 32 unless told; a start replays as much as was not yet written out.
        InternalConfigurations.PAYLOAD_PERSISTENCE_MEMTABLE_SIZE_PORTION.set(512);
        // Twice this long a stop waits for writers, though by then every connection is closed: 2 s unless told.
        InternalConfigurations.PERSISTENCE_SHUTDOWN_GRACE_PERIOD_MSEC.set(200);
        InternalConfigurations.JMX_REPORTER_ENABLED.set(false);
    }

    /** To be called after HiveMQ is built, which opens this door; shut, nobody gets in should our authenticator ever be missing. */
    static void closeToStrangers() {
        InternalConfigurations.AUTH_DENY_UNAUTHENTICATED_CONNECTIONS.set(true);
    }
}
