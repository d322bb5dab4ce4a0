package dev.lamplighter.app;

import static dev.lamplighter.app.Home.DESK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lamplighter.broker.Broker;
import dev.lamplighter.simulator.Fault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever goes wrong between bridge and lamp, every command ends in a true result, and the newest wish lands when it is over. */
@Timeout(60)
final class FaultsOnTheWayTest {
    private static final Duration LONG = Duration.ofSeconds(15);
    private static Broker broker;

    @TempDir
    private Path folder;
    private Home home;

    @BeforeAll
    static void startBroker(@TempDir Path data) throws Exception {
        broker = Home.broker(data);
    }

    @AfterAll
    static void closeBroker() {
        broker.close();
    }

    @BeforeEach
    void open() throws Exception {
        home = Home.with(Home.CLOUD, broker, folder).withBridge();
    }

    @AfterEach
    void close() {
        home.close();
    }

    static Stream<Fault> faults() {
        return Stream.of(new Fault.TooManyRequests(true), new Fault.TooManyRequests(false),
                new Fault.ServerError(500, true), new Fault.ServerError(500, false), new Fault.CutBefore(true),
                new Fault.CutBefore(false), new Fault.CutInBody(true), new Fault.CutInBody(false),
                new Fault.Garbage(true), new Fault.HtmlError(502, false), new Fault.Slow(Duration.ofSeconds(2)));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void faultOfTheCloud_whenItIsOver_letsTheNewestWishLand(Fault fault) throws Exception {
        var user = home.user();
        user.next(home.desk("state"));
        home.cloud.faults().add(fault, Fault.Scope.ALWAYS.writes());
        user.send(home.desk("set"), "{\"brightness_pct\":11,\"id\":\"older\"}");
        home.cloud.log().awaitRequest(request -> request.isWrite(), LONG);
        user.send(home.desk("set"), "{\"brightness_pct\":77,\"id\":\"newer\"}");
        home.cloud.faults().clear();
        var ends = new HashMap<String, String>();
        for (var number = 0; number < 2; number++) {
            var result = user.next(home.desk("result")).json();
            ends.put(result.path("id").asString(), result.path("status").asString());
        }
        assertThat(ends.get("older")).isIn("superseded", "applied");
        assertThat(ends).containsEntry("newer", "applied");
        assertThat(home.look().color().bright()).isBetween(0.769, 0.771);
    }

    @Test
    void offlineLamp_isToldAtOnceInResultAndAvailability() throws Exception {
        var user = home.user();
        var offline = new Fault.Offline(DESK);
        home.cloud.faults().add(offline);
        user.send(home.desk("set"), "OFF");
        assertUnreachable(user, "offline", "the light is offline");
        user.next(home.desk("availability"), word -> word.text().equals("offline"));
        home.cloud.faults().clear(offline);
        user.next(home.desk("availability"), word -> word.text().equals("online"));
        user.send(home.desk("set"), "42");
        assertThat(user.next(home.desk("result")).json().path("status").asString()).isEqualTo("applied");
    }

    @Test
    void silentLamp_amongOthers_makesTheCommandPartlyApplied() throws Exception {
        var user = home.user();
        home.cloud.faults().add(new Fault.TimedOut(DESK, false));
        user.send(home.desk("set"), "OFF");
        assertUnreachable(user, "timed_out", "the light did not answer");
        user.send(home.base + "/all/set", "OFF");
        var partly = user.next(home.base + "/all/result").json();
        assertThat(partly.path("status").asString()).isEqualTo("partly");
        assertThat(partly.path("lights").path(DESK.serial()).asString()).isEqualTo("timed_out");
        assertThat(partly.path("lights").path("d073d528d80f").asString()).isEqualTo("ok");
        home.cloud.faults().clear();
        user.send(home.desk("set"), "42");
        assertThat(user.next(home.desk("result")).json().path("status").asString()).isEqualTo("applied");
    }

    private void assertUnreachable(User user, String word, String why) throws InterruptedException {
        var result = user.next(home.desk("result")).json();
        assertThat(result.path("status").asString()).isEqualTo("unreachable");
        assertThat(result.path("reason").asString()).isEqualTo(why);
        assertThat(result.path("lights").path(DESK.serial()).asString()).isEqualTo(word);
    }
}
