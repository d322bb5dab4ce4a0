package dev.lamplighter.app;

import dev.lamplighter.mqtt.SessionListener;
import java.util.List;

/** Tells one after the other how the session fares. */
record All(List<SessionListener> listeners) implements SessionListener {
    @Override
    public void connected(boolean sessionPresent, int failures) {
        listeners.forEach(listener -> listener.connected(sessionPresent, failures));
    }

    @Override
    public void lost(String reason) {
        listeners.forEach(listener -> listener.lost(reason));
    }

    @Override
    public void refused(String reason) {
        listeners.forEach(listener -> listener.refused(reason));
    }

    @Override
    public void trouble(String what) {
        listeners.forEach(listener -> listener.trouble(what));
    }
}
