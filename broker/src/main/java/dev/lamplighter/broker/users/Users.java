package dev.lamplighter.broker.users;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** All who are kept in the file of users, by name, and the text of that file: one user a line, {@code name:role:hash[:grant grant …]}. */
public final class Users {
    public static final Users NONE = new Users(Map.of());

    private static final String HEAD = """
            # Who may log in to the broker, one a line: name:role:hash of the password[:what a board may command and see]
            # Roles: bridge, board, home-assistant, reader, admin. Changes are in force within seconds.
            """;
    private static final int FIELDS = 4;

    private final Map<String, User> byName;

    private Users(Map<String, User> byName) {
        this.byName = Map.copyOf(byName);
    }

    public Optional<User> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** By name. */
    public Collection<User> all() {
        return new TreeMap<>(byName).values();
    }

    /** These, with {@code user} in the place of another of that name. */
    public Users with(User user) {
        var more = new TreeMap<>(byName);
        more.put(user.name(), user);
        return new Users(more);
    }

    public Users without(String name) {
        var fewer = new TreeMap<>(byName);
        fewer.remove(name);
        return new Users(fewer);
    }

    /** @throws UsersException with the first line that is wrong, by its number */
    static Users parse(String text) throws UsersException {
        var users = new TreeMap<String, User>();
        var number = 0;
        for (var line : text.split("\r?\n", -1)) {
            number++;
            if (!line.isBlank() && !line.startsWith("#")) {
                add(line, number, users);
            }
        }
        return new Users(users);
    }

    private static void add(String line, int number, Map<String, User> users) throws UsersException {
        try {
            var user = user(line);
            if (users.put(user.name(), user) != null) {
                throw new UsersException("'" + user.name() + "' stands there twice");
            }
        } catch (UsersException wrong) {
            throw new UsersException("line " + number + ": " + wrong.line(), wrong);
        }
    }

    private static User user(String line) throws UsersException {
        var fields = line.split(":", FIELDS);
        if (fields.length < FIELDS - 1) {
            throw new UsersException("is not name:role:hash");
        }
        if (!User.isName(fields[0])) {
            throw new UsersException("a name is 1 to 32 letters, digits, - and _");
        }
        var role = Role.of(fields[1]).orElseThrow(() -> new UsersException("there is no role '" + fields[1] + "'"));
        return new User(fields[0], role, PasswordHash.parse(fields[2]),
                new HashSet<>(grants(role, fields.length < FIELDS ? "" : fields[FIELDS - 1])));
    }

    private static List<Grant> grants(Role role, String text) throws UsersException {
        var grants = new ArrayList<Grant>();
        for (var word : text.split("\\s+", -1)) {
            if (!word.isEmpty()) {
                grants.add(Grant.parse(word));
            }
        }
        if (role != Role.BOARD && !grants.isEmpty()) {
            throw new UsersException("only a board has grants: a " + role.word() + " has what its role gives");
        }
        return grants;
    }

    /** The text of the file. */
    String text() {
        return all().stream().map(Users::line).collect(Collectors.joining("", HEAD, ""));
    }

    private static String line(User user) {
        var grants = user.grantsInOrder().stream().map(Grant::toString).collect(Collectors.joining(" "));
        return user.name() + ":" + user.role().word() + ":" + user.hash() + (grants.isEmpty() ? "" : ":" + grants)
                + "\n";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Users users && users.byName.equals(byName);
    }

    @Override
    public int hashCode() {
        return byName.hashCode();
    }

    /** Names alone. */
    @Override
    public String toString() {
        return byName.keySet().toString();
    }
}
