package dev.lamplighter.broker;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Who may come in, decided from what a client presents and nothing else. */
final class Logins {
    private static final byte[] NOBODY = new byte[0];

    private final boolean anonymous;
    private final Map<String, byte[]> passwords = new HashMap<>();

    Logins(BrokerSettings settings) {
        anonymous = settings.anonymous();
        settings.logins().forEach(login -> passwords.put(login.username(), login.password().getBytes(UTF_8)));
    }

    boolean admits(Optional<String> username, Optional<byte[]> password) {
        if (username.isEmpty() && password.isEmpty()) {
            return anonymous;
        }
        return username.isPresent() && matches(username.get(), password.orElse(NOBODY));
    }

    /** An unknown name is compared too, so that the time of the answer does not tell which names exist. */
    private boolean matches(String username, byte[] password) {
        var expected = passwords.get(username);
        var equal = MessageDigest.isEqual(password, expected == null ? NOBODY : expected);
        return equal && expected != null;
    }
}
