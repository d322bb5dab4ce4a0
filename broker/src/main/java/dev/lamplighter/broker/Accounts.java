package dev.lamplighter.broker;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lamplighter.broker.rules.Rules.Who;
import dev.lamplighter.broker.users.PasswordHash;
import dev.lamplighter.broker.users.PasswordHash.Cost;
import dev.lamplighter.broker.users.Role;
import dev.lamplighter.broker.users.User;
import dev.lamplighter.broker.users.Users;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/** Who may come in and in which role, by what a client presents: the logins of the settings, and the users of the file as it is now. */
final class Accounts {
    /** No user can be called so. */
    static final String NOBODY = "(anonymous)";

    private static final byte[] NOTHING = new byte[0];

    private final boolean anonymous;
    private final Map<String, Login> logins = new HashMap<>();
    /** Of a password that nobody has. */
    private final PasswordHash decoy = PasswordHash.of(NOTHING, Cost.RANDOM, new SecureRandom());
    private volatile Users users = Users.NONE;
    private final AtomicLong version = new AtomicLong();

    Accounts(Access access) {
        anonymous = access.anonymous();
        access.logins().forEach(login -> logins.put(login.username(), login));
    }

    /** Another one with each change of the users. To be asked before {@link #admit}. */
    long version() {
        return version.get();
    }

    /** The names of all boards. */
    Set<String> boards() {
        return users.all().stream().filter(user -> user.role() == Role.BOARD).map(User::name)
                .collect(Collectors.toSet());
    }

    /** Takes as long as the password's hash is dear. */
    Optional<Who> admit(Optional<String> username, Optional<byte[]> password) {
        if (username.isEmpty() && password.isEmpty()) {
            return anonymous ? find(NOBODY) : Optional.empty();
        }
        return username.filter(name -> matches(name, password.orElse(NOTHING))).flatMap(this::find);
    }

    /** An unknown name is compared too, so that the time of the answer does not tell which names exist. */
    private boolean matches(String username, byte[] password) {
        var login = logins.get(username);
        if (login != null) {
            return MessageDigest.isEqual(password, login.password().getBytes(UTF_8));
        }
        var user = users.find(username);
        return user.map(User::hash).orElse(decoy).matches(password) && user.isPresent();
    }

    /** Who has that name now; empty for somebody who was let in and is no longer a user. */
    Optional<Who> find(String name) {
        if (name.equals(NOBODY)) {
            return Optional.of(new Who(NOBODY, Role.ADMIN, Set.of()));
        }
        var login = logins.get(name);
        return login != null
                ? Optional.of(new Who(name, login.role(), Set.of()))
                : users.find(name).map(user -> new Who(name, user.role(), user.grants()));
    }

    /** Takes the users as they are now, and says who is not what he was. */
    synchronized Set<String> replace(Users now) {
        var changed = new HashSet<String>();
        for (var before : users.all()) {
            if (!now.find(before.name()).equals(Optional.of(before)) && !logins.containsKey(before.name())) {
                changed.add(before.name());
            }
        }
        users = now;
        version.incrementAndGet();
        return changed;
    }
}
