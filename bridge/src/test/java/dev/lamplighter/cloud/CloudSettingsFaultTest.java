package dev.lamplighter.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamplighter.light.Parsed;
import dev.lamplighter.light.Parsed.Accepted;
import dev.lamplighter.light.Parsed.Rejected;
import dev.lamplighter.light.Secret;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client cannot be made of. */
final class CloudSettingsFaultTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"https://api.lifx.com", "https://api.lifx.com/", "https://192.0.2.1:8443",
            "http://localhost:8080",
            "http://127.0.0.1:8080", "http://127.1.2.3", "http://[::1]:8080"})
    void of_encryptedOrLoopbackUrl_isAccepted(String url) {
        assertThat(client("token", url)).isInstanceOf(Accepted.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://api.lifx.com", "http://192.0.2.1", "http://127.0.0.1.example.com",
            "http://localhost.example"})
    void of_plainUrlLeadingAway_isRejected(String url) {
        assertThat(line(client("token", url))).startsWith("cloud.url: '" + url + "' would send the token unencrypted");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mqtt://api.lifx.com", "api.lifx.com", "/v1", "file:///etc/passwd"})
    void of_otherUrl_isRejected(String url) {
        assertThat(line(client("token", url))).isEqualTo("cloud.url: '" + url + "' is not an https:// address");
    }

    @ParameterizedTest
    @CsvSource({"'secr et', 5", "'secret\n', 7", "sécret, 2", "'\tsecret', 1"})
    void of_tokenThatNoHeaderCarries_isRejectedWithoutShowingIt(String token, int place) {
        assertThat(line(client(token, "https://api.lifx.com")))
                .isEqualTo("cloud.token: character " + place + " cannot be part of a token");
    }

    @Test
    void of_emptyToken_isRejected() {
        assertThat(line(client("", "https://api.lifx.com"))).isEqualTo("cloud.token: the token is empty");
    }

    @Test
    void of_missingCaFile_isRejected() {
        var file = folder.resolve("nowhere.pem");
        assertThat(line(Authorities.read(file))).isEqualTo("cloud.ca: there is no file " + file);
    }

    @Test
    void of_folderForCaFile_isRejected() {
        assertThat(line(Authorities.read(folder))).isEqualTo("cloud.ca: the file " + folder + " cannot be read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "just words\n"})
    void of_caFileWithoutCertificate_isRejected(String text) throws IOException {
        var file = Files.writeString(folder.resolve("ca.pem"), text);
        assertThat(line(Authorities.read(file))).startsWith("cloud.ca: the file " + file);
    }

    @Test
    void of_brokenCaFile_isRejected() throws IOException {
        var whole = new HeldCertificate.Builder().build().certificatePem();
        var file = Files.writeString(folder.resolve("ca.pem"), whole.substring(0, whole.length() / 2));
        assertThat(line(Authorities.read(file)))
                .isEqualTo("cloud.ca: the file " + file + " is not made of certificates in PEM form");
    }

    @Test
    void of_keyInsteadOfCertificate_isRejected() throws IOException {
        var file = Files.writeString(folder.resolve("ca.pem"),
                new HeldCertificate.Builder().build().privateKeyPkcs8Pem());
        assertThat(line(Authorities.read(file))).startsWith("cloud.ca: the file " + file);
    }

    @Test
    void of_bundleWithNotesBetween_isAcceptedWhole() throws IOException {
        var one = new HeldCertificate.Builder().certificateAuthority(0).build();
        var other = new HeldCertificate.Builder().certificateAuthority(0).build();
        var file = Files.writeString(folder.resolve("ca.pem"),
                "# ours\n" + one.certificatePem() + "\n# theirs\n" + other.certificatePem());
        assertThat(Authorities.read(file)).isInstanceOfSatisfying(Accepted.class,
                accepted -> assertThat(accepted.value()).isInstanceOfSatisfying(
                        HandshakeCertificates.class,
                        trust -> assertThat(trust.trustManager().getAcceptedIssuers()).containsExactlyInAnyOrder(
                                one.certificate(), other.certificate())));
    }

    private static Parsed<CloudClient> client(String token, String url) {
        return CloudClient.of(new CloudSettings(new Secret(token), URI.create(url), Optional.empty()), "1.2.3",
                InstantSource.system());
    }

    private static String line(Parsed<?> parsed) {
        assertThat(parsed).isInstanceOf(Rejected.class);
        return ((Rejected<?>) parsed).line();
    }
}
