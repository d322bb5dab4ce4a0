package dev.lamplighter.broker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamplighter.broker.Listeners.Listen;
import dev.lamplighter.broker.RawMqtt.Will;
import dev.lamplighter.broker.rules.RuleTable;
import dev.lamplighter.broker.rules.RuleTable.Row;
import dev.lamplighter.broker.rules.Rules.Who;
import dev.lamplighter.broker.rules.Tree;
import dev.lamplighter.broker.tls.Means;
import dev.lamplighter.broker.tls.TlsSettings;
import dev.lamplighter.broker.tls.Trust;
import dev.lamplighter.broker.users.PasswordHash;
import dev.lamplighter.broker.users.PasswordHash.Cost;
import dev.lamplighter.broker.users.User;
import dev.lamplighter.broker.users.UsersFile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules as clients meet them: every role at every kind of topic, by bytes written by hand, over TCP and TLS, with MQTT 3.1.1 and 5. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessTest {
    private static final int NOT_AUTHORIZED = 0x87;
    private static final int SUBSCRIPTION_FAILED = 0x80;
    private static final int NOT_AUTHORIZED_3 = 5;
    private static final String PASSWORD = "lamp";

    private Broker broker;
    private Trust trust;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        var users = new UsersFile(folder.resolve("users"));
        var hash = PasswordHash.of(PASSWORD.getBytes(StandardCharsets.UTF_8), Cost.RANDOM, new SecureRandom());
        for (var who : RuleTable.ALL) {
            users.change(all -> all.with(new User(who.name(), who.role(), hash, who.grants())));
        }
        var free = Optional.of(new Listen("127.0.0.1", 0));
        var secured = new TlsSettings(TlsBroker.own(folder), Optional.empty());
        broker = new Broker(new BrokerSettings(new Listeners(free, free, Optional.empty(), Optional.of(secured)),
                folder.resolve("broker"), Storage.MEMORY,
                new Access(false, List.of(), Optional.of(users.path()), Tree.STANDARD, Duration.ofSeconds(30))),
                Means.real(InstantSource.system()));
        broker.start();
        trust = Trust.in(folder.resolve("ca").resolve("ca.pem"));
    }

    @AfterAll
    void stop() {
        broker.close();
    }

    private RawMqtt connection(boolean secured, boolean five) throws IOException {
        var loopback = InetAddress.getLoopbackAddress();
        return new RawMqtt(secured
                ? trust.socket("localhost", broker.tlsPort().orElseThrow())
                : new Socket(loopback, broker.port()), five);
    }

    private RawMqtt loggedIn(Who who, boolean secured, boolean five) throws IOException {
        var connection = connection(secured, five);
        assertThat(connection.connect(who.name(), login(who), Optional.empty())).isZero();
        return connection;
    }

    private static Login login(Who who) {
        return new Login(who.name(), PASSWORD);
    }

    @ParameterizedTest
    @CsvSource({"false,false", "false,true", "true,false", "true,true"})
    void everyone_mayDoWhatTheTableSays(boolean secured, boolean five) throws IOException {
        var softly = new SoftAssertions();
        for (var who : RuleTable.ALL) {
            for (var row : RuleTable.topics()) {
                publishes(softly, who, row, secured, five);
                leavesAWill(softly, who, row, secured, five);
            }
            reads(softly, who, secured, five);
        }
        softly.assertAll();
    }

    /** A client of MQTT 3.1.1 whose publish is denied is cut off, as that version has no other word; one with a retained command is not. */
    private void publishes(SoftAssertions softly, Who who, Row row, boolean secured, boolean five)
            throws IOException {
        var denied = five ? NOT_AUTHORIZED : RawMqtt.CUT_OFF;
        var retainedDenied = !Tree.STANDARD.isCommand(row.topic()) ? denied : five ? NOT_AUTHORIZED : 0;
        var mayBeRetained = row.writes(who) && !Tree.STANDARD.isCommand(row.topic());
        try (var client = loggedIn(who, secured, five)) {
            softly.assertThat(client.publish(row.topic(), false)).as("%s publishes on %s", who.name(), row)
                    .isEqualTo(row.writes(who) ? 0 : denied);
        }
        try (var client = loggedIn(who, secured, five)) {
            softly.assertThat(client.publish(row.topic(), true)).as("%s publishes retained on %s", who.name(), row)
                    .isEqualTo(mayBeRetained ? 0 : retainedDenied);
        }
        try (var client = loggedIn(who, secured, five)) {
            softly.assertThat(client.publish(row.topic(), "", true)).as("%s deletes on %s", who.name(), row)
                    .isEqualTo(mayBeRetained ? 0 : retainedDenied);
        }
    }

    private void leavesAWill(SoftAssertions softly, Who who, Row row, boolean secured, boolean five)
            throws IOException {
        for (var retained : List.of(false, true)) {
            var may = row.writes(who) && !(retained && Tree.STANDARD.isCommand(row.topic()));
            try (var client = connection(secured, five)) {
                softly.assertThat(client.connect(who.name(), login(who), Optional.of(new Will(row.topic(), retained))))
                        .as("%s leaves a will on %s, retained %s", who.name(), row, retained)
                        .isEqualTo(may ? 0 : five ? NOT_AUTHORIZED : NOT_AUTHORIZED_3);
            }
        }
    }

    private void reads(SoftAssertions softly, Who who, boolean secured, boolean five) throws IOException {
        var denied = five ? NOT_AUTHORIZED : SUBSCRIPTION_FAILED;
        try (var client = loggedIn(who, secured, five)) {
            for (var rows : List.of(RuleTable.topics(), RuleTable.filters())) {
                for (var row : rows) {
                    softly.assertThat(client.subscribe(row.topic())).as("%s reads %s", who.name(), row)
                            .isEqualTo(row.reads(who) ? 1 : denied);
                    softly.assertThat(client.subscribe("$share/some/" + row.topic()))
                            .as("%s shares %s", who.name(), row).isEqualTo(row.reads(who) ? 1 : denied);
                }
            }
        }
    }
}
