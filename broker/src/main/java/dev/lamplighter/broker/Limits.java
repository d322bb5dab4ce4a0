package dev.lamplighter.broker;

/**
 * How much clients may ask of the broker.
 *
 * @param connections at the same time
 * @param packet the largest, in bytes
 * @param queued messages that wait for one client; what comes beyond it is dropped
 * @param inflight messages of one client that the broker has not yet acknowledged; it may send no more until it has
 * @param session seconds until a session is forgotten that nobody came back to
 * @param clientId characters
 * @param topic characters
 * @param connect milliseconds until a connection is closed on which nobody logs in
 */
record Limits(int connections, int packet, int queued, int inflight, int session, int clientId, int topic,
        int connect) {
    /**
     * For a home. A queue of 10,000 holds what a board or the bridge misses in a long night; 256 KiB are far above any command or state; 90
     * days are longer than any holiday.
     */
    static final Limits HOME = new Limits(2_000, 262_144, 10_000, 100, 7_776_000, 128, 512, 10_000);

    /** The part of config.xml that says so. */
    String xml() {
        return """
                <mqtt>
                    <queued-messages>
                        <max-queue-size>%d</max-queue-size>
                        <strategy>discard</strategy>
                    </queued-messages>
                    <topic-alias>
                        <max-per-client>16</max-per-client>
                    </topic-alias>
                    <message-expiry>
                        <max-interval>4294967296</max-interval>
                    </message-expiry>
                    <session-expiry>
                        <max-interval>%d</max-interval>
                    </session-expiry>
                    <keep-alive>
                        <max-keep-alive>65535</max-keep-alive>
                        <allow-unlimited>true</allow-unlimited>
                    </keep-alive>
                    <packets>
                        <max-packet-size>%d</max-packet-size>
                    </packets>
                    <receive-maximum>
                        <server-receive-maximum>%d</server-receive-maximum>
                    </receive-maximum>
                </mqtt>
                <restrictions>
                    <max-connections>%d</max-connections>
                    <max-client-id-length>%d</max-client-id-length>
                    <max-topic-length>%d</max-topic-length>
                    <no-connect-idle-timeout>%d</no-connect-idle-timeout>
                </restrictions>
                """.formatted(queued, session, packet, inflight, connections, clientId, topic, connect);
    }
}
