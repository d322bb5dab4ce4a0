package dev.lamplighter.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamplighter.app.Finding.Status;
import dev.lamplighter.lan.LanProbe;
import dev.lamplighter.lan.LanSettings;
import dev.lamplighter.cloud.CloudSettings;
import dev.lamplighter.simulator.Fault;
import dev.lamplighter.simulator.Household;
import dev.lamplighter.simulator.SimulatedCloud;
import dev.lamplighter.simulator.bulbs.BulbFault;
import dev.lamplighter.simulator.bulbs.BulbSettings;
import dev.lamplighter.simulator.bulbs.Bulbs;
import dev.lamplighter.web.WebSettings;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The doctor at homes where something is wrong, and at one where nothing is. */
final class DoctorTest {
    @TempDir
    private Path folder;
    private Bulbs bulbs;

    @BeforeEach
    void open() throws Exception {
        bulbs = Bulbs.start(BulbSettings.STANDARD, Household.standard(), InstantSource.system(), new Random(1));
    }

    @AfterEach
    void close() {
        bulbs.close();
    }

    private List<Finding> lan(LanSettings settings) throws Exception {
        return LanFindings.of(LanProbe.look(settings, new Random(2)), false);
    }

    private static Finding of(List<Finding> findings, String check) {
        return findings.stream().filter(finding -> finding.check().equals(check)).findFirst().orElseThrow();
    }

    @Test
    void lights_thatAnswer_areNamedWithTheirAddresses() throws Exception {
        var lights = of(lan(Simulation.lan(bulbs)), LanFindings.LIGHTS);
        assertThat(lights.status()).isEqualTo(Status.OK);
        assertThat(lights.saw()).startsWith("7 answered: ").contains("d073d5001337 at 127.");
    }

    @Test
    void nobody_answering_isAFailureUnlessThereIsAnotherWay() throws Exception {
        bulbs.faults().add(new BulbFault.Unplugged());
        var found = LanProbe.look(Simulation.lan(bulbs), new Random(2));
        assertThat(of(LanFindings.of(found, false), LanFindings.LIGHTS).status()).isEqualTo(Status.FAILED);
        assertThat(of(LanFindings.of(found, true), LanFindings.LIGHTS)).satisfies(it -> {
            assertThat(it.status()).isEqualTo(Status.WARNING);
            assertThat(it.remedy()).contains("firewall").contains("lan.addresses");
        });
    }

    @Test
    void host_thatHasNoAddress_isNamed() throws Exception {
        var settings = new LanSettings(LanSettings.PORT, List.of("127.0.0.1"),
                List.of(new LanSettings.Place("no-such-lamp.invalid", 56700)));
        var addresses = of(lan(settings), LanFindings.ADDRESSES);
        assertThat(addresses.status()).isEqualTo(Status.FAILED);
        assertThat(addresses.saw()).contains("no-such-lamp.invalid");
    }

    @Test
    void machine_withoutNetworks_isToldSo() {
        var found = new LanProbe.Found(List.of(), Set.of("255.255.255.255:56700"), Set.of("255.255.255.255:56700"),
                Set.of(), Map.of());
        assertThat(LanFindings.of(found, false)).extracting(Finding::status).containsExactly(Status.WARNING,
                Status.WARNING, Status.FAILED);
    }

    @Test
    void command_saysWhatItSawOfEachPart_andFailsWhereOneFails() throws Exception {
        var lan = Simulation.lan(bulbs);
        var settings = Files.writeString(folder.resolve("lamplighter.yml"), """
                mqtt: {url: "mqtt://127.0.0.1:1"}
                cloud: {url: "http://127.0.0.1:1", token: hush-hush-hush}
                lan: {port: %d, broadcast: "%s", addresses: "%s"}
                data: %s
                """.formatted(lan.port(), lan.broadcast().getFirst(), Simulation.words(bulbs).replace(", ", ","),
                folder));
        var out = new StringWriter();
        var status = Main.commandLine().setOut(new PrintWriter(out)).execute("doctor", "--config",
                settings.toString());
        assertThat(status).isEqualTo(1);
        assertThat(out.toString()).containsPattern("failed +broker: .*connection refused")
                .containsPattern("ok +LIFX Cloud, DNS: 127.0.0.1 is 127.0.0.1")
                .containsPattern("failed +LIFX Cloud, TCP: .*refuses")
                .containsPattern("skipped +LIFX Cloud, token: the way did not go that far")
                .containsPattern("ok +LAN, lights: 7 answered")
                .contains("         do: ").doesNotContain("hush").doesNotContain("\tat ");
    }

    @Test
    void account_thatIsWell_isCounted_andAWrongTokenIsToldWithWhatToDo() throws Exception {
        try (var cloud = new SimulatedCloud(Home.CLOUD, Household.standard(), InstantSource.system(), new Random(1))) {
            cloud.start();
            cloud.writeCa(folder.resolve("ca.pem"));
            assertThat(examined(cloud, Home.TOKEN.reveal())).containsPattern(
                    "ok +LIFX Cloud, TLS: TLSv1.3, TLS_[A-Z0-9_]+, certificate valid until \\d{4}-\\d\\d-\\d\\d, signed by ")
                    .containsPattern("ok +LIFX Cloud, HTTP: answered in \\d+ ms")
                    .containsPattern("ok +LIFX Cloud, token: opens an account with 7 lights")
                    .containsPattern("ok +LIFX Cloud, budget: \\d+ of \\d+ requests left")
                    .doesNotContain(Home.TOKEN.reveal());
            assertThat(examined(cloud, "hush-hush-hush")).containsPattern(
                    "failed +LIFX Cloud, token: .*token.*\\R +do: make a new token")
                    .containsPattern("skipped +LIFX Cloud, budget").doesNotContain("hush");
        }
    }

    private String examined(SimulatedCloud cloud, String token) throws Exception {
        var settings = Files.writeString(folder.resolve("lamplighter.yml"), """
                mqtt: {url: "mqtt://127.0.0.1:1"}
                cloud: {url: "%s", ca: ca.pem, token: "%s"}
                lan: {enabled: false}
                data: %s
                """.formatted(cloud.url(), token, folder));
        var out = new StringWriter();
        Main.commandLine().setOut(new PrintWriter(out)).execute("doctor", "--config", settings.toString());
        return out.toString();
    }

    @Test
    void command_withoutTokenAndLan_skipsThem() throws Exception {
        var settings = Files.writeString(folder.resolve("lamplighter.yml"), """
                mqtt: {url: "mqtt://127.0.0.1:1"}
                lan: {enabled: false}
                data: %s
                """.formatted(folder));
        var out = new StringWriter();
        assertThat(Main.commandLine().setOut(new PrintWriter(out)).execute("doctor", "--config", settings.toString()))
                .isEqualTo(1);
        assertThat(out.toString()).containsPattern("skipped +LIFX Cloud").containsPattern("skipped +LAN: lan.enabled");
    }

    @Test
    void certificate_ofNobodyKnown_isToldAtTls_andSpentRequestsAtTheBudget() throws Exception {
        try (var cloud = new SimulatedCloud(Home.CLOUD, Household.standard(), InstantSource.system(), new Random(1))) {
            cloud.start();
            var stranger = new CloudSettings(Home.TOKEN, cloud.url(), Optional.empty());
            assertThat(of(CloudFindings.of(stranger), "LIFX Cloud, TLS")).satisfies(it -> {
                assertThat(it.status()).isEqualTo(Status.FAILED);
                assertThat(it.saw()).contains("not signed by an authority that is known here");
                assertThat(it.remedy()).contains("cloud.ca");
            });
            cloud.writeCa(folder.resolve("ca.pem"));
            cloud.faults().add(new Fault.TooManyRequests(true), Fault.Scope.ALWAYS);
            var known = new CloudSettings(Home.TOKEN, cloud.url(), Optional.of(folder.resolve("ca.pem")));
            assertThat(of(CloudFindings.of(known), "LIFX Cloud, budget").status()).isEqualTo(Status.WARNING);
        }
    }

    @Test
    void host_thatNobodyKnows_isToldAtDns() {
        var nowhere = new CloudSettings(Home.TOKEN, URI.create("https://no-such-cloud.invalid"), Optional.empty());
        assertThat(CloudFindings.of(nowhere)).extracting(Finding::status).containsExactly(Status.FAILED,
                Status.SKIPPED, Status.SKIPPED, Status.SKIPPED, Status.SKIPPED, Status.SKIPPED);
    }

    @Test
    void port_ofTheDashboard_isSeenTakenByOthersAndFree() throws Exception {
        try (var other = new MockWebServer()) {
            other.start();
            other.enqueue(new MockResponse.Builder().code(404).build());
            assertThat(WebFindings.of(WebSettings.here(other.getPort()))).satisfies(it -> {
                assertThat(it.status()).isEqualTo(Status.FAILED);
                assertThat(it.saw()).startsWith("another program answers at http://127.0.0.1:");
            });
        }
        assertThat(WebFindings.of(WebSettings.here(WebPlace.free(0))).status()).isEqualTo(Status.WARNING);
    }
}
