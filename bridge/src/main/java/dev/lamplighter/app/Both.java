package dev.lamplighter.app;

import dev.lamplighter.mqtt.SessionListener;

/** Tells one after the other how the session fares. */
record Both(SessionListener first, SessionListener second) implements SessionListener {
    @Override
    public void connected(boolean sessionPresent, int failures) {
        first.connected(sessionPresent, failures);
        second.connected(sessionPresent, failures);
    }

    @Override
    public void lost(String reason) {
        first.lost(reason);
        second.lost(reason);
    }

    @Override
    public void refused(String reason) {
        first.refused(reason);
        second.refused(reason);
    }

    @Override
    public void trouble(String what) {
        first.trouble(what);
        second.trouble(what);
    }
}
