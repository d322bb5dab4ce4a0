package dev.lamplighter.app;

import dev.lamplighter.board.Board;
import dev.lamplighter.broker.users.Grant;
import dev.lamplighter.broker.users.PasswordHash;
import dev.lamplighter.broker.users.Role;
import dev.lamplighter.broker.users.User;
import dev.lamplighter.broker.users.Users;
import dev.lamplighter.broker.users.UsersException;
import dev.lamplighter.broker.users.UsersFile;
import dev.lamplighter.config.Settings;
import dev.lamplighter.light.OneLine;
import dev.lamplighter.light.Secret;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The boards among the users of our broker. */
final class BoardUsers {
    private static final Set<String> RESERVED = Set.of(Logins.BRIDGE, Logins.HOME, Logins.PLAYER);

    private final UsersFile file;
    private final Optional<String> own;

    BoardUsers(Settings settings) {
        file = new UsersFile(Brokers.users(settings));
        own = settings.mqtt().login().map(login -> login.username());
    }

    /** A name that a board may have, or a wrong usage. */
    void assertNameable(String name) throws CannotStart {
        if (!Board.isName(name)) {
            throw CannotStart.wrong("'" + OneLine.of(name)
                    + "' is not the name of a board: those are 1 to 32 letters, digits, - and _");
        }
        if (RESERVED.contains(name) || own.equals(Optional.of(name))) {
            throw CannotStart.wrong("'" + name + "' is a login of Lamplighter itself: give the board another name");
        }
    }

    /** What was typed after {@code --may}. */
    static Set<Grant> grants(List<String> typed) throws CannotStart {
        var grants = new HashSet<Grant>();
        for (var one : typed) {
            try {
                grants.add(Grant.parse(one));
            } catch (UsersException wrong) {
                throw CannotStart.wrong("--may: " + OneLine.of(wrong.line()));
            }
        }
        return grants;
    }

    Users read() throws CannotStart {
        try {
            return file.read();
        } catch (UsersException wrong) {
            throw CannotStart.because(wrong.line());
        }
    }

    void assertNew(String name) throws CannotStart {
        try {
            assertNew(name, read());
        } catch (UsersException known) {
            throw CannotStart.because(known.line());
        }
    }

    void add(String name, Secret password, Set<Grant> grants) throws CannotStart {
        change(all -> {
            assertNew(name, all);
            return all.with(new User(name, Role.BOARD, hash(password), grants));
        });
    }

    void rotate(String name, Secret password) throws CannotStart {
        change(all -> all.with(find(name, all).orElseThrow(() -> new UsersException(unknown(name)))
                .withHash(hash(password))));
    }

    /** Harmless where there is no such board. */
    void remove(String name) throws CannotStart {
        change(all -> find(name, all).isPresent() ? all.without(name) : all);
    }

    static Optional<User> find(String name, Users all) {
        return all.find(name).filter(user -> user.role() == Role.BOARD);
    }

    static String unknown(String name) {
        return "there is no board '" + OneLine.of(name) + "'; ./lamplighter board list tells which there are";
    }

    static boolean opens(Secret password, User user) {
        return user.hash().matches(bytes(password));
    }

    private static void assertNew(String name, Users all) throws UsersException {
        var known = all.find(name);
        if (known.isPresent()) {
            throw new UsersException(known.get().role() == Role.BOARD
                    ? "there is a board '" + name + "' already: ./lamplighter board rotate " + name
                            + " gives it a new password"
                    : "'" + name + "' is a user already, with the role " + known.get().role().word());
        }
    }

    private void change(UsersFile.Change change) throws CannotStart {
        try {
            file.change(change);
        } catch (UsersException refused) {
            throw CannotStart.because(refused.line());
        }
    }

    private static PasswordHash hash(Secret password) {
        return PasswordHash.of(bytes(password), PasswordHash.Cost.RANDOM, new SecureRandom());
    }

    private static byte[] bytes(Secret password) {
        return password.reveal().getBytes(StandardCharsets.UTF_8);
    }
}
