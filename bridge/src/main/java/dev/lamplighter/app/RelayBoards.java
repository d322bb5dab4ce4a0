package dev.lamplighter.app;

import dev.lamplighter.broker.users.Grant;
import dev.lamplighter.broker.users.Role;
import dev.lamplighter.broker.users.User;
import dev.lamplighter.broker.users.UsersException;
import dev.lamplighter.broker.users.UsersFile;
import dev.lamplighter.light.Light;
import dev.lamplighter.light.Light.Room;
import dev.lamplighter.light.Secret;
import dev.lamplighter.web.relay.BoardLogins;
import dev.lamplighter.web.relay.Guest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The boards of our broker's users, with the lights that they were granted. Where there is no such file there are none. */
final class RelayBoards implements BoardLogins {
    private final UsersFile file;

    RelayBoards(Path users) {
        this.file = new UsersFile(users);
    }

    @Override
    public Optional<Guest> board(String name, Secret password) {
        try {
            return file.read().find(name).filter(user -> user.role() == Role.BOARD)
                    .filter(user -> BoardUsers.opens(password, user)).map(RelayBoards::guest);
        } catch (UsersException unreadable) {
            return Optional.empty();
        }
    }

    /** The file is replaced whole at each change. */
    @Override
    public Object edition() {
        try {
            var now = Files.readAttributes(file.path(), BasicFileAttributes.class);
            return List.of(String.valueOf(now.fileKey()), now.lastModifiedTime(), now.size());
        } catch (IOException _) {
            return "no file";
        }
    }

    private static Guest guest(User user) {
        return new Guest(user.name(),
                light -> user.grants().stream().anyMatch(grant -> includes(grant, light)),
                scene -> user.grants().stream().anyMatch(grant -> includes(grant, scene)));
    }

    private static boolean includes(Grant grant, Light light) {
        return switch (grant) {
            case Grant.All() -> true;
            case Grant.Named(var kind, var name) -> switch (kind) {
                case LIGHT -> light.id().serial().equals(name);
                case LABEL -> light.label().equals(name);
                case GROUP -> light.group().filter(room -> isCalled(room, name)).isPresent();
                case LOCATION -> light.location().filter(room -> isCalled(room, name)).isPresent();
                case SCENE -> false;
            };
        };
    }

    private static boolean includes(Grant grant, UUID scene) {
        return switch (grant) {
            case Grant.All() -> true;
            case Grant.Named(var kind, var name) -> kind == Grant.Kind.SCENE && scene.toString().equals(name);
        };
    }

    private static boolean isCalled(Room room, String name) {
        return room.id().equals(name) || room.name().equals(name);
    }
}
