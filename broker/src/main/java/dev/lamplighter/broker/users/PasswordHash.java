package dev.lamplighter.broker.users;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * A password as Argon2id has made it unreadable (RFC 9106), in the usual text form {@code $argon2id$v=19$m=…,t=…,p=…$salt$hash}.
 *
 * @param memory KiB
 */
public record PasswordHash(int memory, int passes, int lanes, String salt, String hash) {
    private static final Pattern FORM = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=(\\d{1,6}),t=(\\d{1,2}),p=(\\d{1,2})\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{22,86})");
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    /** 64 MiB: more than that a small machine should not be made to spend on each login. */
    private static final int MOST_MEMORY = 65_536;
    private static final int MOST_PASSES = 16;

    /** How dear a try is. */
    public enum Cost {
        /** For a password of 144 random bits, which nobody finds by trying, however cheap a try is: two hundred boards log in again in no time. */
        RANDOM(256, 1),
        /** For what people choose: a quarter of a second on a Raspberry Pi, OWASP's least. */
        CHOSEN(9_216, 4);

        private final int memory;
        private final int passes;

        Cost(int memory, int passes) {
            this.memory = memory;
            this.passes = passes;
        }
    }

    public static PasswordHash of(byte[] password, Cost cost, SecureRandom random) {
        var salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return new PasswordHash(cost.memory, cost.passes, 1, text(salt),
                text(argon2(password, salt, HASH_BYTES, new int[]{cost.memory, cost.passes, 1})));
    }

    /** @throws UsersException when it is no hash of this form, or would cost more than a login may */
    public static PasswordHash parse(String text) throws UsersException {
        var form = FORM.matcher(text);
        if (!form.matches()) {
            throw new UsersException("the password is not an Argon2id hash");
        }
        var read = new PasswordHash(Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)),
                Integer.parseInt(form.group(3)), form.group(4), form.group(5));
        read.assertAffordable();
        return read;
    }

    private void assertAffordable() throws UsersException {
        if (memory > MOST_MEMORY || passes > MOST_PASSES || lanes > 4 || passes < 1 || lanes < 1
                || memory < 8 * lanes) {
            throw new UsersException("the password's hash has m=" + memory + ",t=" + passes + ",p=" + lanes
                    + "; at most m=" + MOST_MEMORY + ",t=" + MOST_PASSES + ",p=4 is computed for a login");
        }
    }

    /** Takes as long as the hash is dear, and the same time for any password. */
    public boolean matches(byte[] password) {
        var expected = Base64.getDecoder().decode(hash);
        return MessageDigest.isEqual(expected, argon2(password, Base64.getDecoder().decode(salt), expected.length,
                new int[]{memory, passes, lanes}));
    }

    private static byte[] argon2(byte[] password, byte[] salt, int length, int[] cost) {
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13).withMemoryAsKB(cost[0]).withIterations(cost[1])
                .withParallelism(cost[2]).withSalt(salt).build());
        var result = new byte[length];
        generator.generateBytes(password, result);
        return result;
    }

    private static String text(byte[] bytes) {
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The text form. */
    @Override
    public String toString() {
        return "$argon2id$v=19$m=" + memory + ",t=" + passes + ",p=" + lanes + "$" + salt + "$" + hash;
    }
}
