package dev.lamplighter.web;

import dev.lamplighter.light.Secret;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The password of the page, kept as a slow hash. Hashing begins with the first try, so that it costs no start; one try at a time, so that
 * many of them cannot take the whole machine.
 */
final class Password {
    /** What OWASP advises for this hash; some 0.2 s of one core. */
    private static final int ROUNDS = 210_000;
    private static final int BITS = 256;
    /** Longer ones cost time and gain nothing. */
    static final int LONGEST = 1_000;

    private final byte[] salt = new byte[16];
    private @Nullable Secret plain;
    private byte[] hash = new byte[0];

    Password(Secret plain, SecureRandom random) {
        this.plain = plain;
        random.nextBytes(salt);
    }

    synchronized boolean matches(String tried) {
        var ours = plain;
        if (ours != null) {
            hash = hash(ours.reveal());
            plain = null;
        }
        return tried.length() <= LONGEST && MessageDigest.isEqual(hash, hash(tried));
    }

    private byte[] hash(String text) {
        try {
            var key = new PBEKeySpec(text.toCharArray(), salt, ROUNDS, BITS);
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512").generateSecret(key).getEncoded();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java has this hash", missing);
        }
    }
}
