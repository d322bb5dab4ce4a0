package dev.lamplighter.broker.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RenewalTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final Names HOME = Names.of(List.of("pi", "192.168.1.5", "fd00::5"));

    @TempDir
    private Path folder;
    private Authority authority;
    private X509Certificate server;

    @BeforeEach
    void issue() throws TlsException {
        authority = open("ca");
        server = authority.issue(HOME, NOW).certificate();
    }

    @Test
    void certificate_freshAndForEveryName_staysAsItIs() {
        assertThat(Renewal.needed(server, authority.certificate(), HOME, NOW)).isEmpty();
    }

    @Test
    void certificate_atThirtyDaysBeforeItsEnd_isRenewedAndNotBefore() {
        var end = server.getNotAfter().toInstant();
        assertThat(needed(end.minus(Duration.ofDays(30)))).isFalse();
        assertThat(needed(end.minus(Duration.ofDays(30)).plusSeconds(1))).isTrue();
        assertThat(needed(end.plus(Duration.ofDays(400)))).isTrue();
    }

    @Test
    void certificate_nameOrAddressNew_isRenewedAndSaysWhich() {
        var grown = HOME.and(Names.of(List.of("pi.lan", "10.0.0.9")));
        assertThat(Renewal.needed(server, authority.certificate(), grown, NOW)).contains("it lacks pi.lan, 10.0.0.9");
    }

    @Test
    void certificate_addressGone_staysAsItIs() {
        assertThat(Renewal.needed(server, authority.certificate(), Names.of(List.of("pi")), NOW)).isEmpty();
    }

    @Test
    void certificate_sameNamesWrittenOtherwise_staysAsItIs() {
        var same = Names.of(List.of("PI", "fd00:0:0:0:0:0:0:5", "192.168.1.5"));
        assertThat(Renewal.needed(server, authority.certificate(), same, NOW)).isEmpty();
    }

    @Test
    void certificate_ofAnotherAuthority_isRenewed() throws TlsException {
        assertThat(Renewal.needed(server, open("other").certificate(), HOME, NOW)).isPresent();
    }

    private boolean needed(Instant now) {
        return Renewal.needed(server, authority.certificate(), HOME, now).isPresent();
    }

    private Authority open(String name) throws TlsException {
        return Authority.open(folder.resolve(name), InstantSource.fixed(NOW), new SecureRandom());
    }
}
