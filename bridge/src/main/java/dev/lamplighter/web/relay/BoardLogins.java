package dev.lamplighter.web.relay;

import dev.lamplighter.light.Secret;
import java.util.Optional;

/** Who knows the boards that have a login. */
public interface BoardLogins {
    /** There are none. */
    BoardLogins NONE = new BoardLogins() {
        @Override
        public Optional<Guest> board(String name, Secret password) {
            return Optional.empty();
        }

        @Override
        public Object edition() {
            return "none";
        }
    };

    /** The board of that name, if that is its password and it may see any light. May take a while. */
    Optional<Guest> board(String name, Secret password);

    /** Another one whenever boards come, go, or may do other things than before. Takes no time. */
    Object edition();
}
