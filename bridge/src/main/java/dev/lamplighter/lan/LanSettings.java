package dev.lamplighter.lan;

import java.util.List;

/**
 * How lights on the LAN are found.
 *
 * @param port where devices listen
 * @param broadcast addresses that reach all of them; empty for those of every interface
 * @param places of devices that no broadcast reaches
 */
public record LanSettings(int port, List<String> broadcast, List<Place> places) {
    public static final int PORT = 56_700;
    public static final LanSettings DEFAULTS = new LanSettings(PORT, List.of(), List.of());

    public LanSettings {
        broadcast = List.copyOf(broadcast);
        places = List.copyOf(places);
    }

    /** @param host a name or an address */
    public record Place(String host, int port) {
        @Override
        public String toString() {
            return host + ":" + port;
        }
    }
}
