package dev.lamplighter.broker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AccountsTest {
    private final Accounts closed = accounts(false);
    private final Accounts open = accounts(true);

    @Test
    void login_rightPassword_isAdmitted() {
        assertThat(closed.admit(Optional.of("hall"), password("lämp"))).isPresent();
    }

    @Test
    void login_wrongPassword_isRefused() {
        assertThat(closed.admit(Optional.of("hall"), password("lamp"))).isEmpty();
    }

    @Test
    void login_passwordOfAnother_isRefused() {
        assertThat(closed.admit(Optional.of("hall"), password("cook"))).isEmpty();
    }

    @Test
    void login_unknownNameWithoutPassword_isRefused() {
        assertThat(closed.admit(Optional.of("attic"), Optional.empty())).isEmpty();
        assertThat(closed.admit(Optional.of("attic"), password(""))).isEmpty();
    }

    @Test
    void login_nameWithoutPassword_isRefused() {
        assertThat(closed.admit(Optional.of("hall"), Optional.empty())).isEmpty();
    }

    @Test
    void login_passwordWithoutName_isRefusedEvenWhenAnonymousIsAllowed() {
        assertThat(open.admit(Optional.empty(), password("lämp"))).isEmpty();
    }

    @Test
    void login_nothingGiven_isAdmittedOnlyWhenAnonymousIsAllowed() {
        assertThat(closed.admit(Optional.empty(), Optional.empty())).isEmpty();
        assertThat(open.admit(Optional.empty(), Optional.empty())).isPresent();
    }

    @Test
    void login_wrongPasswordWhenAnonymousIsAllowed_isRefused() {
        assertThat(open.admit(Optional.of("hall"), password("lamp"))).isEmpty();
    }

    private static Accounts accounts(boolean anonymous) {
        var logins = List.of(new Login("hall", "lämp"), new Login("kitchen", "cook"));
        return new Accounts(new Access(anonymous, logins));
    }

    private static Optional<byte[]> password(String text) {
        return Optional.of(text.getBytes(UTF_8));
    }
}
