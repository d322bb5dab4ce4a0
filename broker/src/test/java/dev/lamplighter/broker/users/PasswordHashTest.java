package dev.lamplighter.broker.users;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lamplighter.broker.users.PasswordHash.Cost;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordHashTest {
    /** Made by the reference implementation, {@code argon2 somesalt -id -t 2 -k 256 -p 1 -l 32}, of the password "password". */
    private static final String REFERENCE = "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4";

    private final SecureRandom random = new SecureRandom();

    @ParameterizedTest
    @EnumSource(Cost.class)
    void password_matchesItsHashAlone(Cost cost) {
        var hash = PasswordHash.of(bytes("gr\u00fcn"), cost, random);
        assertThat(hash.matches(bytes("gr\u00fcn"))).isTrue();
        assertThat(hash.matches(bytes("grun"))).isFalse();
        assertThat(hash.matches(new byte[0])).isFalse();
    }

    @Test
    void hashes_ofOnePassword_differ() {
        assertThat(PasswordHash.of(bytes("a"), Cost.RANDOM, random))
                .isNotEqualTo(PasswordHash.of(bytes("a"), Cost.RANDOM, random));
    }

    @Test
    void hash_thatAnotherProgramMade_isUnderstood() throws UsersException {
        var hash = PasswordHash.parse(REFERENCE);
        assertThat(hash).hasToString(REFERENCE);
        assertThat(hash.matches(bytes("password"))).isTrue();
        assertThat(hash.matches(bytes("Password"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "secret", "$2a$10$abcdefghijklmnopqrstuv",
            "$argon2i$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
            "$argon2id$v=19$m=999999,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
            "$argon2id$v=19$m=256,t=99,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
            "$argon2id$v=19$m=256,t=0,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4"})
    void hash_ofAnotherForm_isRefused(String text) {
        assertThatExceptionOfType(UsersException.class).isThrownBy(() -> PasswordHash.parse(text))
                .withMessageContaining("password").withMessageNotContaining("nf65");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
