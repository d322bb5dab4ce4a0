package dev.lamplighter.broker.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lamplighter.broker.files.SafeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The key store that HiveMQ reads, as time and names change. */
class CertificatesTest {
    private final Situation situation = new Situation(Instant.parse("2026-11-23T12:00:00Z"));

    @TempDir
    private Path folder;

    @Test
    void keyStore_firstStart_holdsTheLeafAloneAndIsForItsOwnerOnly() throws Exception {
        try (var certificates = started()) {
            assertThat(shown().chain()).hasSize(1);
            assertThat(Names.in(shown().certificate()).texts()).containsExactly("lamp-host", "localhost",
                    "lamps.example", "127.0.0.1");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(certificates.keyStorePath())))
                    .isEqualTo("rw-------");
            assertThat(certificates.authorityFingerprint()).hasValueSatisfying(
                    fingerprint -> assertThat(fingerprint).matches("([0-9A-F]{2}:){31}[0-9A-F]{2}"));
            assertThat(situation.ticker.periods()).containsExactly(Duration.ofHours(1));
        }
    }

    @Test
    void keyStore_startedAgain_isTheSame() throws Exception {
        started().close();
        var before = bytes();
        situation.now(Instant.parse("2027-06-01T00:00:00Z"));
        started().close();
        assertThat(bytes()).isEqualTo(before);
    }

    @Test
    void keyStore_nothingChangedAtALook_isNotWrittenAgain() throws Exception {
        try (var certificates = started()) {
            var before = bytes();
            situation.names("lamp-host");
            situation.ticker.tick();
            assertThat(bytes()).isEqualTo(before);
            assertThat(certificates).isNotNull();
        }
    }

    @Test
    void keyStore_newAddressAtALook_isMadeAnewForWhatThereIsNow() throws Exception {
        try (var heard = new Heard(Certificates.class.getName()); var certificates = started()) {
            situation.names("lamp-host", "10.0.0.7");
            situation.ticker.tick();
            assertThat(Names.in(shown().certificate()).texts()).containsExactly("lamp-host", "lamps.example",
                    "10.0.0.7");
            assertThat(heard.lines()).last().asString()
                    .startsWith("INFO The broker's certificate was made anew, since it lacks 10.0.0.7;");
            assertThat(certificates).isNotNull();
        }
    }

    @Test
    void keyStore_endIsNearAtALook_isMadeAnew() throws Exception {
        try (var certificates = started()) {
            situation.now(Instant.parse("2027-12-01T00:00:00Z"));
            situation.ticker.tick();
            assertThat(shown().certificate().getNotAfter()).isEqualTo("2029-01-01T00:00:00Z");
            assertThat(certificates).isNotNull();
        }
    }

    @Test
    void keyStore_damaged_isMadeAnewAtTheNextStart() throws Exception {
        started().close();
        Files.write(store(), new byte[]{1, 2, 3});
        started().close();
        assertThat(new KeyStoreFile(store()).read()).isPresent();
    }

    @Test
    void authority_removedWhileRunning_isNotReplacedBehindTheBoardsBacks() throws Exception {
        try (var certificates = started()) {
            var authority = certificates.authorityFingerprint();
            remove(folder.resolve("ca"));
            situation.names("other-host");
            situation.ticker.tick();
            assertThat(Names.in(shown().certificate()).hosts()).contains("other-host");
            assertThat(folder.resolve("ca")).doesNotExist();
            assertThat(certificates.authorityFingerprint()).isEqualTo(authority);
        }
    }

    @Test
    void authority_replacedBeforeAStart_makesTheCertificateAnew() throws Exception {
        started().close();
        var before = shown().certificate();
        remove(folder.resolve("ca"));
        started().close();
        assertThat(shown().certificate().getIssuerX500Principal()).isNotEqualTo(before.getIssuerX500Principal());
    }

    @Test
    void keyStore_thatCannotBeWritten_saysSoInOneLine() {
        assumeTrue(Files.isDirectory(Path.of("/proc/self")), "needs Linux");
        var settings = new TlsSettings(own(), Optional.empty());
        try (var certificates = new Certificates(settings, Path.of("/proc/lamplighter"), situation.means())) {
            assertThatExceptionOfType(TlsException.class).isThrownBy(certificates::start).withMessageStartingWith(
                    "the broker's key cannot be kept in /proc/lamplighter/server.p12: ")
                    .withMessageNotContaining("\n");
        }
        assertThat(situation.ticker.isIdle()).isTrue();
    }

    @Test
    void certificates_closed_lookNoMore() throws Exception {
        started().close();
        assertThat(situation.ticker.isIdle()).isTrue();
    }

    @Test
    void givenPair_changedByHalfAtALook_goesOnWithTheOldAndSaysSoOnce() throws Exception {
        situation.now(Instant.now());
        Files.createDirectories(folder);
        pair("one");
        pair("two");
        var given = new Identity.Given(folder.resolve("one.pem"), folder.resolve("one.key"));
        try (var heard = new Heard(Certificates.class.getName());
                var certificates = start(new TlsSettings(given, Optional.empty()))) {
            var before = shown();
            copy("two.pem", "one.pem");
            situation.ticker.tick();
            situation.ticker.tick();
            assertThat(shown()).isEqualTo(before);
            assertThat(heard.lines()).containsExactly("WARN The broker goes on with the certificate it has: the key in "
                    + given.key() + " does not belong to the first certificate in " + given.certificate());
            copy("two.key", "one.key");
            situation.ticker.tick();
            assertThat(shown()).isNotEqualTo(before);
            assertThat(certificates.authorityFingerprint()).isEmpty();
            assertThat(situation.ticker.periods()).containsExactly(Duration.ofMinutes(1));
        }
    }

    @Test
    void ownCertificate_afterAGivenOne_isMadeAnew() throws Exception {
        situation.now(Instant.now());
        pair("one");
        start(new TlsSettings(new Identity.Given(folder.resolve("one.pem"), folder.resolve("one.key")),
                Optional.empty())).close();
        started().close();
        assertThat(shown().certificate().getIssuerX500Principal().getName()).startsWith("CN=Lamplighter CA");
    }

    @Test
    void clientAuthority_thatHoldsNoCertificate_saysSoInOneLine() throws Exception {
        var file = Files.writeString(folder.resolve("clients.pem"), "nothing");
        assertThatExceptionOfType(TlsException.class)
                .isThrownBy(() -> start(new TlsSettings(own(), Optional.of(file))))
                .withMessage(file + " holds no certificate (PEM: -----BEGIN CERTIFICATE-----)");
    }

    private Identity own() {
        return new Identity.Own(folder.resolve("ca"), List.of("lamps.example"));
    }

    private Certificates started() throws TlsException {
        return start(new TlsSettings(own(), Optional.empty()));
    }

    private Certificates start(TlsSettings settings) throws TlsException {
        var certificates = new Certificates(settings, folder.resolve("tls"), situation.means());
        certificates.start();
        return certificates;
    }

    private Path store() {
        return folder.resolve("tls/server.p12");
    }

    private byte[] bytes() throws IOException {
        return Files.readAllBytes(store());
    }

    private ServerPair shown() {
        return new KeyStoreFile(store()).read().orElseThrow();
    }

    private void pair(String name) throws Exception {
        OpenSsl.make(folder, "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout " + name
                + ".key -out " + name + ".pem -days 5 -subj /CN=" + name);
    }

    private void copy(String from, String to) throws IOException {
        SafeFile.write(folder.resolve(to), Files.readAllBytes(folder.resolve(from)));
    }

    private static void remove(Path tree) throws IOException {
        try (var files = Files.walk(tree)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
