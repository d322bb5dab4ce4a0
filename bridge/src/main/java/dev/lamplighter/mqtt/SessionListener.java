package dev.lamplighter.mqtt;

/**
 * Hears how a session fares. Calls come one at a time, on the session's own thread, and must be quick. Each reason is one line for people,
 * without secrets.
 */
public interface SessionListener {
    /**
     * The broker let us in and the subscriptions stand.
     *
     * @param sessionPresent whether the broker still had our session, so that nothing sent to us meanwhile was lost
     * @param failures attempts since the last connection that came to nothing
     */
    default void connected(boolean sessionPresent, int failures) {}

    /** A connection ended that we did not end; the session comes back by itself. */
    default void lost(String reason) {}

    /** An attempt to connect failed. Said once, and again only when the reason changes; attempts go on for ever. */
    default void refused(String reason) {}

    /** Something was given up and will not be tried again: a publication, a subscription, a delivery nobody took. */
    default void trouble(String what) {}
}
