package dev.lamplighter.control;

import java.util.List;

/** Which way is taken where several reach a light. */
public enum Preference {
    LAN, CLOUD, LAN_ONLY, CLOUD_ONLY;

    /** The ways that may be taken, the best first. */
    public List<Via> order() {
        return switch (this) {
            case LAN -> List.of(Via.LAN, Via.CLOUD);
            case CLOUD -> List.of(Via.CLOUD, Via.LAN);
            case LAN_ONLY -> List.of(Via.LAN);
            case CLOUD_ONLY -> List.of(Via.CLOUD);
        };
    }
}
