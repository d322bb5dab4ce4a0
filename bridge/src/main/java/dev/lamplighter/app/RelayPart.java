package dev.lamplighter.app;

import dev.lamplighter.control.Lights;
import dev.lamplighter.web.PasswordGate;
import dev.lamplighter.web.Route;
import dev.lamplighter.web.relay.BoardLogins;
import dev.lamplighter.web.relay.Entrance;
import dev.lamplighter.web.relay.Picture;
import dev.lamplighter.web.relay.Relay;
import dev.lamplighter.web.relay.RelayRoutes;
import dev.lamplighter.web.relay.RelaySettings;
import dev.lamplighter.web.relay.Told;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;

/** The relay, in two steps: {@link #picture} is among those who listen to the lights, and {@link #routes} come once there are lights. */
final class RelayPart {
    private static final int KEY_BYTES = 32;

    private final Picture picture = new Picture();

    Picture picture() {
        return picture;
    }

    List<Route> routes(Lights lights, Told told, PasswordGate gate, BoardLogins boards, InstantSource clock) {
        var key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return new RelayRoutes(new Relay(RelaySettings.STANDARD, new Entrance(gate, boards, clock, key), picture,
                lights, told, clock, RandomGenerator.getDefault())).routes();
    }
}
