package dev.lamplighter.web.relay;

import dev.lamplighter.light.Secret;
import java.util.Optional;

/** Who knows the boards that have a login. */
public interface Boards {
    /** The board of that name, if that is its password and it may see any light. May take a while. */
    Optional<Guest> board(String name, Secret password);
}
