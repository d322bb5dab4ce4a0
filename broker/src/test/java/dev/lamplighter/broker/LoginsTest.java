package dev.lamplighter.broker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LoginsTest {
    private final Logins closed = logins(false);
    private final Logins open = logins(true);

    @Test
    void login_rightPassword_isAdmitted() {
        assertThat(closed.admits(Optional.of("hall"), password("lämp"))).isTrue();
    }

    @Test
    void login_wrongPassword_isRefused() {
        assertThat(closed.admits(Optional.of("hall"), password("lamp"))).isFalse();
    }

    @Test
    void login_passwordOfAnother_isRefused() {
        assertThat(closed.admits(Optional.of("hall"), password("cook"))).isFalse();
    }

    @Test
    void login_unknownNameWithoutPassword_isRefused() {
        assertThat(closed.admits(Optional.of("attic"), Optional.empty())).isFalse();
        assertThat(closed.admits(Optional.of("attic"), password(""))).isFalse();
    }

    @Test
    void login_nameWithoutPassword_isRefused() {
        assertThat(closed.admits(Optional.of("hall"), Optional.empty())).isFalse();
    }

    @Test
    void login_passwordWithoutName_isRefusedEvenWhenAnonymousIsAllowed() {
        assertThat(open.admits(Optional.empty(), password("lämp"))).isFalse();
    }

    @Test
    void login_nothingGiven_isAdmittedOnlyWhenAnonymousIsAllowed() {
        assertThat(closed.admits(Optional.empty(), Optional.empty())).isFalse();
        assertThat(open.admits(Optional.empty(), Optional.empty())).isTrue();
    }

    @Test
    void login_wrongPasswordWhenAnonymousIsAllowed_isRefused() {
        assertThat(open.admits(Optional.of("hall"), password("lamp"))).isFalse();
    }

    private static Logins logins(boolean anonymous) {
        var logins = List.of(new Login("hall", "lämp"), new Login("kitchen", "cook"));
        return new Logins(new BrokerSettings("127.0.0.1", 0, Path.of("unused"), Storage.MEMORY, anonymous, logins));
    }

    private static Optional<byte[]> password(String text) {
        return Optional.of(text.getBytes(UTF_8));
    }
}
