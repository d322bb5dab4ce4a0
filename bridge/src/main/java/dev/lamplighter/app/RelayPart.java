package dev.lamplighter.app;

import dev.lamplighter.control.Lights;
import dev.lamplighter.light.Secret;
import dev.lamplighter.web.Route;
import dev.lamplighter.web.relay.Boards;
import dev.lamplighter.web.relay.Entrance;
import dev.lamplighter.web.relay.Picture;
import dev.lamplighter.web.relay.Relay;
import dev.lamplighter.web.relay.RelayRoutes;
import dev.lamplighter.web.relay.RelaySettings;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** The relay, in two steps: {@link #picture} is among those who listen to the lights, and {@link #routes} come once there are lights. */
final class RelayPart {
    private static final int KEY_BYTES = 32;

    private final Picture picture = new Picture();

    Picture picture() {
        return picture;
    }

    /** @param password of the web page; without one every token is taken */
    List<Route> routes(Lights lights, Optional<Secret> password, Boards boards, InstantSource clock) {
        var key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return new RelayRoutes(new Relay(RelaySettings.STANDARD, new Entrance(password, boards, clock, key), picture,
                lights, clock, RandomGenerator.getDefault())).routes();
    }
}
