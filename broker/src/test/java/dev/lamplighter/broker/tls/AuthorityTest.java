package dev.lamplighter.broker.tls;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorityTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final Names HOME = Names.of(List.of("pi", "pi.local", "192.168.1.5", "fd00::5"));
    private static final int KEY_CERT_SIGN = 5;
    private static final int DIGITAL_SIGNATURE = 0;

    @TempDir
    private Path folder;

    @Test
    void authority_firstTime_makesItsFilesAndHidesTheKey() throws Exception {
        var authority = open();
        assertThat(Files.readAllBytes(ca().resolve("ca.der"))).isEqualTo(authority.certificate().getEncoded());
        assertThat(Pem.certificates(ca().resolve("ca.pem"))).containsExactly(authority.certificate());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(ca().resolve("ca-key.pem"))))
                .isEqualTo("rw-------");
        assertThat(folder).isDirectoryNotContaining("glob:**.new*");
    }

    @Test
    void authority_openedAgain_isTheSame() throws Exception {
        assertThat(open().certificate()).isEqualTo(open().certificate());
    }

    @Test
    void authority_openedByManyAtOnce_isOneForAll() throws Exception {
        try (var threads = Executors.newFixedThreadPool(8)) {
            var tasks = new ArrayList<Callable<X509Certificate>>();
            for (var i = 0; i < 8; i++) {
                tasks.add(() -> open().certificate());
            }
            var seen = new ArrayList<X509Certificate>();
            for (var task : threads.invokeAll(tasks)) {
                seen.add(task.get());
            }
            assertThat(seen).containsOnly(open().certificate());
        }
        assertThat(folder).isDirectoryNotContaining("glob:**.new*");
    }

    @Test
    void authorityCertificate_whatItMayDo_isWrittenInIt() throws Exception {
        var certificate = open().certificate();
        assertThat(certificate.getBasicConstraints()).isZero();
        assertThat(certificate.getKeyUsage()[KEY_CERT_SIGN]).isTrue();
        assertThat(certificate.getKeyUsage()[DIGITAL_SIGNATURE]).isFalse();
        assertThat(certificate.getCriticalExtensionOIDs()).containsExactlyInAnyOrder("2.5.29.19", "2.5.29.15");
        assertThat(certificate.getExtensionValue("2.5.29.14")).isNotNull();
        assertThat(certificate.getExtensionValue("2.5.29.30")).as("name constraints").isNull();
        assertThat(((ECPublicKey) certificate.getPublicKey()).getParams().getOrder().bitLength()).isEqualTo(256);
        assertThat(certificate.getNotBefore()).isEqualTo("1999-12-31T00:00:00Z");
        assertThat(certificate.getNotAfter()).isEqualTo("2046-11-23T12:00:00Z");
    }

    @Test
    void serverCertificate_whatItMayDo_isWrittenInIt() throws Exception {
        var certificate = open().issue(HOME, NOW).certificate();
        assertThat(certificate.getBasicConstraints()).isEqualTo(-1);
        assertThat(certificate.getKeyUsage()[DIGITAL_SIGNATURE]).isTrue();
        assertThat(certificate.getKeyUsage()[KEY_CERT_SIGN]).isFalse();
        assertThat(certificate.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1");
        assertThat(Names.in(certificate)).isEqualTo(HOME);
        assertThat(certificate.getNotAfter()).isEqualTo("2027-12-25T12:00:00Z");
    }

    @Test
    void serverCertificate_keyIdentifiers_matchTheAuthoritys() throws Exception {
        var authority = open();
        var server = authority.issue(HOME, NOW).certificate();
        var identifier = tail(authority.certificate().getExtensionValue("2.5.29.14"));
        assertThat(tail(server.getExtensionValue("2.5.29.35"))).isEqualTo(identifier);
        assertThat(tail(server.getExtensionValue("2.5.29.14"))).isNotEqualTo(identifier);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2000-01-01T00:00:00Z", "2026-11-23T12:00:01Z", "2027-12-25T00:00:00Z"})
    void serverCertificate_atAnyTimeFromABoardsFirstSecond_isVerified(Instant when) throws Exception {
        var authority = open();
        var parameters = new PKIXParameters(Set.of(new TrustAnchor(authority.certificate(), null)));
        parameters.setRevocationEnabled(false);
        parameters.setDate(Date.from(when));
        var path = CertificateFactory.getInstance("X.509")
                .generateCertPath(List.of(authority.issue(HOME, NOW).certificate()));
        assertThat(CertPathValidator.getInstance("PKIX").validate(path, parameters)).isNotNull();
    }

    @Test
    void serverCertificates_twoOfOneAuthority_shareNeitherKeyNorNumber() throws Exception {
        var authority = open();
        var one = authority.issue(HOME, NOW).certificate();
        var other = authority.issue(HOME, NOW).certificate();
        assertThat(one.getSerialNumber()).isNotEqualTo(other.getSerialNumber()).isPositive();
        assertThat(one.getPublicKey()).isNotEqualTo(other.getPublicKey());
    }

    @Test
    void serverCertificate_authorityEndsBefore_endsWithIt() throws Exception {
        var authority = open();
        var late = Instant.parse("2046-06-01T00:00:00Z");
        assertThat(authority.issue(HOME, late).certificate().getNotAfter())
                .isEqualTo(authority.certificate().getNotAfter());
    }

    @Test
    void fingerprint_ofTheAuthority_isTheOneOpenSslPrints() throws Exception {
        var authority = open();
        assertThat(OpenSsl.run(ca(), "x509", "-in", "ca.pem", "-noout", "-fingerprint", "-sha256").output())
                .contains(authority.fingerprint());
    }

    @Test
    void authority_openSslVerify_isContentWithBoth() throws Exception {
        var authority = open();
        Files.write(folder.resolve("server.pem"), Pem.certificate(authority.issue(HOME, NOW).certificate()));
        var run = OpenSsl.run(folder, "verify", "-x509_strict", "-purpose", "sslserver", "-CAfile", "ca/ca.pem",
                "server.pem");
        assertThat(run.output()).contains("server.pem: OK");
    }

    @Test
    void authority_halfAKey_saysSoInOneLine() throws Exception {
        open();
        var key = ca().resolve("ca-key.pem");
        Files.writeString(key, Files.readString(key).substring(0, 90));
        assertThat(refusal()).isEqualTo("the certificate authority cannot be used: " + key
                + " is damaged, or no PEM file; put a copy back, or remove the folder: a new authority is then made, "
                + "whose ca.pem every client needs");
    }

    @Test
    void authority_emptyKey_saysSoInOneLine() throws Exception {
        open();
        Files.writeString(ca().resolve("ca-key.pem"), "");
        assertThat(refusal()).contains("ca-key.pem holds no private key").doesNotContain("\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ca.pem", "ca-key.pem"})
    void authority_fileGone_saysWhichInOneLine(String file) throws Exception {
        open();
        Files.delete(ca().resolve(file));
        assertThat(refusal()).contains(ca().resolve(file) + " cannot be read: it does not exist;")
                .doesNotContain("\n");
    }

    @Test
    void authority_keyOfAnother_saysSoInOneLine() throws Exception {
        open();
        var other = Authority.open(folder.resolve("other"), InstantSource.fixed(NOW), new SecureRandom());
        assertThat(other).isNotNull();
        Files.copy(folder.resolve("other/ca.pem"), ca().resolve("ca.pem"),
                REPLACE_EXISTING);
        assertThat(refusal()).contains("ca-key.pem is not the key of " + ca().resolve("ca.pem"));
    }

    @Test
    void authority_derGone_isWrittenAgain() throws Exception {
        var authority = open();
        Files.delete(ca().resolve("ca.der"));
        open();
        assertThat(Files.readAllBytes(ca().resolve("ca.der"))).isEqualTo(authority.certificate().getEncoded());
    }

    @Test
    void authority_twentyYearsLater_saysThatItIsOver() throws Exception {
        open();
        assertThat(refusal(ca(), Instant.parse("2047-01-01T00:00:00Z"))).contains("ended on 2046-11-23T12:00:00Z")
                .doesNotContain("\n");
    }

    @Test
    void authority_folderThatCannotBeMade_saysSoInOneLine() {
        assumeTrue(Files.isDirectory(Path.of("/proc/self")), "needs Linux");
        assertThat(refusal(Path.of("/proc/lamplighter/ca"), NOW))
                .startsWith("the certificate authority cannot be kept in /proc/lamplighter/ca: ")
                .doesNotContain("\n");
    }

    @Test
    void authority_fileInPlaceOfTheFolder_saysSoInOneLine() throws Exception {
        Files.writeString(ca(), "a file");
        assertThat(refusal()).startsWith("the certificate authority cannot be used: " + ca()).doesNotContain("\n");
    }

    private Path ca() {
        return folder.resolve("ca");
    }

    private Authority open() throws TlsException {
        return Authority.open(ca(), InstantSource.fixed(NOW), new SecureRandom());
    }

    private String refusal() {
        return refusal(ca(), NOW);
    }

    private static String refusal(Path ca, Instant now) {
        try {
            var opened = Authority.open(ca, InstantSource.fixed(now), new SecureRandom());
            throw new AssertionError("opened " + opened.certificate());
        } catch (TlsException refused) {
            return String.valueOf(refused.getMessage());
        }
    }

    private static byte[] tail(byte[] extension) {
        return Arrays.copyOfRange(extension, extension.length - 20, extension.length);
    }
}
