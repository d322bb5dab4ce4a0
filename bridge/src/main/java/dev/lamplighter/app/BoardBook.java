package dev.lamplighter.app;

import dev.lamplighter.board.Board;
import dev.lamplighter.broker.users.Grant;
import dev.lamplighter.broker.users.Role;
import dev.lamplighter.broker.users.User;
import dev.lamplighter.broker.users.Users;
import dev.lamplighter.config.Settings;
import dev.lamplighter.kit.Kit;
import dev.lamplighter.kit.KitFolder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** The boards: for each a user of the broker, and a folder of the same name. */
final class BoardBook {
    private final BoardUsers users;
    private final BoardFolders folders;
    private final BoardPlace place;
    private final PasswordFiles passwords;

    BoardBook(Settings settings) {
        users = new BoardUsers(settings);
        folders = new BoardFolders(settings.data().resolve("boards"));
        place = new BoardPlace(settings);
        passwords = Logins.passwords(settings.data());
    }

    /**
     * A new board. The folder comes first: where the user then cannot be made, it goes again.
     *
     * @param may as typed
     */
    Kit add(String name, List<String> may, BoardWay.Wish wish) throws CannotStart {
        users.assertNameable(name);
        var grants = BoardUsers.grants(may);
        users.assertNew(name);
        if (folders.of(name).exists()) {
            throw CannotStart.because(folders.of(name).path() + " is there already, of a board without a user: "
                    + "./lamplighter board remove " + name + " clears it away");
        }
        var kit = place.kit(name, wish, Optional.empty(), passwords.fresh());
        try {
            folders.write(kit);
            users.add(name, kit.password(), grants);
        } catch (CannotStart refused) {
            folders.remove(name);
            throw refused;
        }
        return kit;
    }

    /** A new password for a board. Where its files say how it comes to the broker that stays so, unless wished otherwise. */
    Kit rotate(String name, BoardWay.Wish wish) throws CannotStart {
        if (BoardUsers.find(name, users.read()).isEmpty()) {
            throw CannotStart.because(BoardUsers.unknown(name));
        }
        var kit = place.kit(name, wish, folders.read(name).map(KitFolder.Content::broker), passwords.fresh());
        folders.write(kit);
        users.rotate(name, kit.password());
        return kit;
    }

    /** Takes the user, then the folder; either may be missing. Tells whether nothing is left of the folder. */
    boolean remove(String name) throws CannotStart {
        assertKnown(name, users.read());
        users.remove(name);
        return folders.remove(name);
    }

    List<BoardSight> all() throws CannotStart {
        var known = users.read();
        var names = new TreeSet<>(folders.names());
        known.all().stream().filter(user -> user.role() == Role.BOARD).map(User::name).forEach(names::add);
        var sights = new ArrayList<BoardSight>();
        for (var name : names) {
            sights.add(sight(name, known));
        }
        return sights;
    }

    BoardSight look(String name) throws CannotStart {
        var known = users.read();
        assertKnown(name, known);
        return sight(name, known);
    }

    KitFolder folder(String name) {
        return folders.of(name);
    }

    private void assertKnown(String name, Users known) throws CannotStart {
        var isThere = Board.isName(name) && folders.of(name).exists();
        if (!isThere && BoardUsers.find(name, known).isEmpty()) {
            throw CannotStart.because(BoardUsers.unknown(name));
        }
    }

    private BoardSight sight(String name, Users known) throws CannotStart {
        var user = BoardUsers.find(name, known);
        var content = folders.read(name);
        return new BoardSight(name, user.stream().flatMap(it -> it.grantsInOrder().stream()).map(Grant::toString)
                .toList(), folders.of(name).path(), content.map(it -> it.broker().url()),
                troubles(name, user, content));
    }

    private List<String> troubles(String name, Optional<User> user, Optional<KitFolder.Content> content) {
        var rotate = "./lamplighter board rotate " + name;
        if (user.isEmpty()) {
            return List.of("no user, so it cannot log in: ./lamplighter board remove " + name + ", then add it again");
        }
        if (content.isEmpty()) {
            return List.of((folders.of(name).exists() ? "config.json is missing or damaged" : "no folder") + ": "
                    + rotate + " makes it anew");
        }
        var troubles = new ArrayList<String>();
        if (!content.get().username().equals(name) || !BoardUsers.opens(content.get().password(), user.get())) {
            troubles.add("the login in config.json is not the user's: " + rotate + " makes another");
        }
        if (content.get().broker().tls() && place.authorityFile().isPresent()
                && !folders.of(name).trusts(place.authorityFile().get())) {
            troubles.add("ca.der is not of the broker's authority: " + rotate + " puts that there");
        }
        return troubles;
    }
}
