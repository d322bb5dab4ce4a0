package dev.lamplighter.broker.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The user's own files, as OpenSSL writes them. */
class GivenTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void make() throws Exception {
        openSsl("ecparam -name prime256v1 -genkey -out sec1.key");
        openSsl("pkcs8 -topk8 -nocrypt -in sec1.key -out pkcs8.key");
        openSsl("pkcs8 -topk8 -in sec1.key -out encrypted.key -passout pass:secret");
        openSsl("ec -in sec1.key -aes128 -passout pass:secret -out old-encrypted.key");
        openSsl("req -x509 -key sec1.key -out ec.pem -days 5 -subj /CN=lamp");
    }

    @ParameterizedTest
    @CsvSource({"sec1.key", "pkcs8.key"})
    void ecKey_inEitherForm_isTaken(String key) throws Exception {
        assertThat(read("ec.pem", key).key().getAlgorithm()).isEqualTo("EC");
    }

    @ParameterizedTest
    @CsvSource({"-traditional", "-inform PEM"})
    void rsaKey_inEitherForm_isTaken(String form) throws Exception {
        openSsl("genrsa -out rsa.key 2048");
        openSsl("rsa -in rsa.key " + form + " -out rsa-form.key");
        openSsl("req -x509 -key rsa.key -out rsa.pem -days 5 -subj /CN=lamp");
        assertThat(read("rsa.pem", "rsa-form.key").key().getAlgorithm()).isEqualTo("RSA");
    }

    @Test
    void certificateAndKey_inOneFile_areTaken() throws Exception {
        Files.writeString(folder.resolve("both.pem"), text("sec1.key") + text("ec.pem"));
        assertThat(read("both.pem", "both.pem").chain()).hasSize(1);
    }

    @Test
    void chain_withItsRoot_isTakenWithoutIt() throws Exception {
        chain();
        Files.writeString(folder.resolve("chain.pem"), text("leaf.pem") + text("middle.pem") + text("root.pem"));
        assertThat(read("chain.pem", "leaf.key").chain())
                .extracting(certificate -> certificate.getSubjectX500Principal().getName())
                .containsExactly("CN=leaf", "CN=middle");
    }

    @Test
    void chain_outOfOrder_isRefused() throws Exception {
        chain();
        Files.writeString(folder.resolve("chain.pem"), text("leaf.pem") + text("root.pem") + text("middle.pem"));
        assertThat(refusal("chain.pem", "leaf.key")).isEqualTo("the certificates in " + folder.resolve("chain.pem")
                + " are out of order: number 2 did not issue number 1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "ec.pem | encrypted.key | the key in {}encrypted.key is encrypted; give it without a password",
            "ec.pem | old-encrypted.key | the key in {}old-encrypted.key is encrypted; give it without a password",
            "ec.pem | ec.pem | {}ec.pem holds no private key (PEM: -----BEGIN PRIVATE KEY-----)",
            "sec1.key | sec1.key | {}sec1.key holds no certificate (PEM: -----BEGIN CERTIFICATE-----)",
            "none.pem | sec1.key | {}none.pem cannot be read: it does not exist",
            "ec.pem | none.key | {}none.key cannot be read: it does not exist"})
    void files_thatCannotServe_areRefusedInOneLine(String certificate, String key, String words) {
        assertThat(refusal(certificate, key)).isEqualTo(words.replace("{}", folder + "/"));
    }

    @Test
    void key_ofAnotherCertificate_isRefused() throws Exception {
        openSsl("ecparam -name prime256v1 -genkey -out other.key");
        assertThat(refusal("ec.pem", "other.key")).isEqualTo("the key in " + folder.resolve("other.key")
                + " does not belong to the first certificate in " + folder.resolve("ec.pem"));
    }

    @Test
    void key_ofAnotherKind_isRefused() throws Exception {
        openSsl("genpkey -algorithm ed25519 -out ed.key");
        openSsl("req -x509 -key ed.key -out ed.pem -days 5 -subj /CN=lamp");
        assertThat(refusal("ed.pem", "ed.key")).isEqualTo("the key in " + folder.resolve("ed.key")
                + " is neither EC nor RSA");
    }

    @Test
    void file_cutOff_isRefusedWithoutQuotingIt() throws Exception {
        Files.writeString(folder.resolve("cut.key"), text("pkcs8.key").substring(0, 100));
        assertThat(refusal("ec.pem", "cut.key"))
                .isEqualTo(folder.resolve("cut.key") + " is damaged, or no PEM file");
    }

    @Test
    void file_ofBytes_isRefused() throws Exception {
        Files.write(folder.resolve("ec.der"), new byte[]{0x30, (byte) 0x82, 1, (byte) 0xff});
        assertThat(refusal("ec.der", "sec1.key")).startsWith(folder.resolve("ec.der").toString())
                .doesNotContain("\n");
    }

    @Test
    void certificate_afterItsTime_isRefused() {
        assertThat(refusal("ec.pem", "sec1.key", Instant.now().plus(Duration.ofDays(6))))
                .startsWith("the certificate in " + folder.resolve("ec.pem") + " ended on 20");
    }

    @Test
    void certificate_beforeItsTime_isTaken() throws Exception {
        var given = new Identity.Given(folder.resolve("ec.pem"), folder.resolve("sec1.key"));
        assertThat(Given.read(given, Instant.EPOCH).chain()).hasSize(1);
    }

    private void chain() throws Exception {
        var ca = " -days 5 -nodes -newkey ec -pkeyopt ec_paramgen_curve:P-256 -keyout ";
        openSsl("req -x509" + ca + "root.key -out root.pem -subj /CN=root");
        openSsl("req -x509" + ca + "middle.key -out middle.pem -subj /CN=middle -CA root.pem -CAkey root.key");
        openSsl("req -x509" + ca + "leaf.key -out leaf.pem -subj /CN=leaf -CA middle.pem -CAkey middle.key");
    }

    private void openSsl(String words) throws Exception {
        OpenSsl.make(folder, words);
    }

    private String text(String file) throws Exception {
        return Files.readString(folder.resolve(file));
    }

    private ServerPair read(String certificate, String key) throws TlsException {
        return Given.read(new Identity.Given(folder.resolve(certificate), folder.resolve(key)), Instant.now());
    }

    private String refusal(String certificate, String key) {
        return refusal(certificate, key, Instant.now());
    }

    private String refusal(String certificate, String key, Instant now) {
        try {
            var given = new Identity.Given(folder.resolve(certificate), folder.resolve(key));
            throw new AssertionError("taken: " + Given.read(given, now));
        } catch (TlsException refused) {
            return String.valueOf(refused.getMessage());
        }
    }
}
