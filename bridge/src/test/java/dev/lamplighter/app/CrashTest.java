package dev.lamplighter.app;

import static dev.lamplighter.app.Home.DESK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lamplighter.broker.Broker;
import dev.lamplighter.light.Power;
import dev.lamplighter.simulator.Fault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A bridge that is killed while a toggle is under way, and the one that comes after it. */
@Timeout(60)
final class CrashTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static Broker broker;

    @TempDir
    private Path folder;

    @BeforeAll
    static void startBroker(@TempDir Path data) throws Exception {
        broker = Home.broker(data);
    }

    @AfterAll
    static void closeBroker() {
        broker.close();
    }

    /** The lamp had been toggled already, and the answer was never heard; or nothing had reached it. */
    static Stream<Fault> faults() {
        return Stream.of(new Fault.Slow(Duration.ofSeconds(20)), new Fault.ServerError(503, false));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void bridgeKilledDuringAToggle_startedAgain_finishesItOnceAndTellsItsResult(Fault fault) throws Exception {
        try (var home = Home.with(Home.CLOUD, broker, folder)) {
            var switched = new AtomicInteger();
            home.cloud.household().onChange(change -> switched.incrementAndGet());
            var user = home.user();
            killedDuringToggle(home, user, fault);
            assertThat(switched.get()).isEqualTo(fault instanceof Fault.Slow ? 1 : 0);
            home.cloud.faults().clear();
            home.withBridge();
            var result = user.next(home.desk("result")).json();
            assertThat(result.path("id").asString()).isEqualTo("the one");
            assertThat(result.path("status").asString()).isEqualTo("applied");
            assertThat(home.look().power()).isEqualTo(Power.OFF);
            user.send(home.desk("set"), "{\"brightness_pct\":60,\"id\":\"later\"}");
            assertThat(user.next(home.desk("result")).json().path("id").asString()).isEqualTo("later");
            assertThat(switched.get()).isEqualTo(2);
        }
    }

    private void killedDuringToggle(Home home, User user, Fault fault) throws Exception {
        try (var killed = BridgeProcess.of(home, broker.port())) {
            user.next(home.base + "/light/" + DESK + "/state");
            home.cloud.faults().add(fault, Fault.Scope.ALWAYS.writes());
            user.send(home.desk("set"), "{\"state\":\"TOGGLE\",\"id\":\"the one\"}");
            home.cloud.log().awaitRequest(request -> request.isWrite(), LONG);
            killed.kill();
            user.next(home.base + "/bridge/state", state -> state.text().equals("offline"));
        }
    }
}
