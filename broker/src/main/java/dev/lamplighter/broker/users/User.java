package dev.lamplighter.broker.users;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Somebody who may log in.
 *
 * @param name as it is given at the login; for a board also the level of its topics
 * @param hash of the password
 * @param grants of boards alone: all others have what their role gives them
 */
public record User(String name, Role role, PasswordHash hash, Set<Grant> grants) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,32}");

    public User {
        if (!isName(name)) {
            throw new IllegalArgumentException("not the name of a user: " + name);
        }
        grants = Set.copyOf(grants);
    }

    /** 1 to 32 letters, digits, {@code -} and {@code _}. */
    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /** In the order in which they are written. */
    public List<Grant> grantsInOrder() {
        return grants.stream().sorted(Comparator.comparing(Grant::toString)).toList();
    }

    public User withHash(PasswordHash other) {
        return new User(name, role, other, grants);
    }
}
