package dev.lamplighter.broker.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientTrustTest {
    private static final Means MEANS = new Means(InstantSource.system(), new DaemonTicker(), new SecureRandom(),
            () -> List.of("Pi", "pi.local", "127.0.0.1", "fd00::7"));

    @TempDir
    private Path folder;

    @Test
    void ownAuthority_thatDoesNotExist_isMadeForTheBrokerToTake() throws Exception {
        var trust = own("lamps.example");
        assertThat(trust.names()).containsExactly("pi", "pi.local", "lamps.example", "127.0.0.1",
                "fd00:0:0:0:0:0:0:7");
        assertThat(folder).isEmptyDirectory();
        var authority = trust.authority().orElseThrow();
        assertThat(folder.resolve("ca").resolve("ca.pem")).hasContent(authority);
        assertThat(own().authority()).contains(authority);
    }

    @Test
    void ownAuthority_thatIsDamaged_isToldInOneLine() throws Exception {
        own().authority();
        Files.writeString(folder.resolve("ca").resolve("ca-key.pem"), "nonsense");
        assertThatThrownBy(() -> own().authority()).isInstanceOf(TlsException.class)
                .message().contains("ca-key.pem").doesNotContain("\n");
    }

    @Test
    void givenChain_withItsRoot_tellsTheRootAndTheNames() throws Exception {
        chain();
        var root = text("root.pem");
        Files.writeString(folder.resolve("chain.pem"), text("leaf.pem") + root);
        assertThat(given("chain.pem").authority().orElseThrow()).isEqualTo(root);
        assertThat(given("chain.pem").names()).containsExactly("lamps.example", "*.home.example", "10.0.0.7");
    }

    @Test
    void givenChain_withoutItsRoot_tellsNoAuthority() throws Exception {
        chain();
        assertThat(given("leaf.pem").authority()).isEmpty();
        assertThat(given("root.pem").authority()).contains(text("root.pem"));
    }

    @ParameterizedTest
    @CsvSource({"lamps.example,true", "LAMPS.Example,true", "a.home.example,true", "a.b.home.example,false",
            "home.example,false", "10.0.0.7,true", "10.0.0.8,false", "fd00::7,true", "fd00:0:0:0::7,true",
            "fd00::8,false", "other,false", "'',false"})
    void certificate_coversItsNames_andNoOthers(String host, boolean isCovered) {
        var names = List.of("lamps.example", "*.home.example", "10.0.0.7", "fd00:0:0:0:0:0:0:7");
        assertThat(ClientTrust.covers(names, host)).isEqualTo(isCovered);
    }

    private void chain() throws Exception {
        openSsl("ecparam -name prime256v1 -genkey -out root.key");
        openSsl("req -x509 -key root.key -out root.pem -days 5 -subj /CN=root");
        openSsl("ecparam -name prime256v1 -genkey -out leaf.key");
        openSsl("req -new -key leaf.key -out leaf.csr -subj /CN=leaf");
        Files.writeString(folder.resolve("names"),
                "subjectAltName=DNS:lamps.example,DNS:*.home.example,IP:10.0.0.7\n");
        openSsl("x509 -req -in leaf.csr -CA root.pem -CAkey root.key -CAcreateserial -days 5 -extfile names -out leaf.pem");
    }

    private ClientTrust own(String... names) {
        return new ClientTrust(new Identity.Own(folder.resolve("ca"), List.of(names)), MEANS);
    }

    private ClientTrust given(String chain) {
        return new ClientTrust(new Identity.Given(folder.resolve(chain), folder.resolve("leaf.key")), MEANS);
    }

    private String text(String name) throws Exception {
        return Files.readString(folder.resolve(name));
    }

    private void openSsl(String words) throws Exception {
        OpenSsl.make(folder, words);
    }
}
