package dev.lamplighter.control;

import dev.lamplighter.light.LightId;
import java.util.ArrayList;
import java.util.List;

/** Remembers what it was told, as one line each and in order. */
final class RecordingListener implements Listener {
    final List<String> heard = new ArrayList<>();

    @Override
    public void lightSeen(Known light) {
        heard.add("seen " + light.light().label());
    }

    @Override
    public void stateChanged(Known light) {
        heard.add(light.light().label() + " " + light.state().power() + " " + light.source()
                + (light.reachable() ? "" : " unreachable"));
    }

    @Override
    public void lightLost(LightId light) {
        heard.add("lost " + light);
    }

    @Override
    public void allSeen() {
        heard.add("all seen");
    }

    @Override
    public void wayWorks(Via via) {
        heard.add(via + " works");
    }

    @Override
    public void wayFails(Via via, String reason) {
        heard.add(via + " fails: " + reason);
    }

    List<String> take() {
        var taken = List.copyOf(heard);
        heard.clear();
        return taken;
    }
}
