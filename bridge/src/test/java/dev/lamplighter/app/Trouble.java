package dev.lamplighter.app;

import dev.lamplighter.light.LightId;
import dev.lamplighter.simulator.Fault;
import dev.lamplighter.simulator.Fault.Scope;
import dev.lamplighter.simulator.LimitHeaders;
import dev.lamplighter.simulator.SimulatorSettings.Validity;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Something that goes wrong on the way to the lamps for a while.
 *
 * @param certain whether Lamplighter can always know if a request had its effect
 * @param lamps those that cannot be reached while all others can
 */
record Trouble(String name, boolean certain, Set<LightId> lamps, Act begin, Act end) {
    static final LightId DESK = Home.DESK;
    static final LightId CANDLE = new LightId("d073d5006a11");

    /** What makes it begin or end. */
    interface Act {
        void on(Rig rig) throws Exception;
    }

    static List<Trouble> all() {
        return Stream.of(throttled(), broken(), wrong(), ofLamps(), unreachable()).flatMap(it -> it).toList();
    }

    private static Stream<Trouble> throttled() {
        var plain = Stream.of(true, false).map(headers -> sure("429 headers=" + headers,
                new Fault.TooManyRequests(headers)));
        var odd = Arrays.stream(LimitHeaders.values()).filter(headers -> headers != LimitHeaders.TRUE)
                .flatMap(headers -> Stream.of(true, false).map(refused -> sure(
                        (refused ? "429 " : "limits ") + headers, new Fault.OddLimits(headers, refused))));
        return Stream.concat(plain, odd);
    }

    private static Stream<Trouble> broken() {
        return Stream.of(true, false).flatMap(applied -> Stream.concat(
                Stream.of(500, 502, 503, 523).map(code -> doubtful(code + done(applied),
                        new Fault.ServerError(code, applied))),
                Stream.of(doubtful("cut before the reply" + done(applied), new Fault.CutBefore(applied)),
                        doubtful("cut in the body" + done(applied), new Fault.CutInBody(applied)),
                        doubtful("not JSON" + done(applied), new Fault.Garbage(applied)),
                        doubtful("HTML page 502" + done(applied), new Fault.HtmlError(502, applied)),
                        doubtful("HTML page 200" + done(applied), new Fault.HtmlError(200, applied)))));
    }

    private static Stream<Trouble> wrong() {
        return Stream.of(doubtful("no answer", new Fault.Slow(Duration.ofSeconds(30))),
                doubtful("wrong shape", Fault.WRONG_SHAPE),
                // Once each: from the second empty list on, and the third empty result, it is no longer a fault but an answer.
                new Trouble("empty list", false, Set.of(), rig -> {
                    rig.cloud().faults().add(Fault.EMPTY_LIST, Scope.next(1).reads());
                    rig.cloud().faults().add(Fault.EMPTY_LIST, Scope.next(1).writes());
                }, Trouble::clear));
    }

    private static Stream<Trouble> ofLamps() {
        return Stream.of(
                ofLamps("207 mixed", new Fault.TimedOut(DESK, false), new Fault.Offline(CANDLE)),
                ofLamps("207 mixed, heard", new Fault.TimedOut(DESK, true), new Fault.Offline(CANDLE)),
                ofLamps("offline", new Fault.Offline(DESK), new Fault.Offline(CANDLE)));
    }

    private static Stream<Trouble> unreachable() {
        return Stream.of(
                // The request may meet the old connection in the moment in which it is cut.
                new Trouble("connections refused", false, Set.of(), rig -> rig.cloud().refuseConnections(),
                        rig -> rig.cloud().acceptConnections()),
                new Trouble("name not found", false, Set.of(), rig -> rig.findNames(false),
                        rig -> rig.findNames(true)),
                new Trouble("certificate expired", true, Set.of(), rig -> rig.showCertificate(Validity.EXPIRED),
                        rig -> rig.showCertificate(Validity.VALID)));
    }

    private static Trouble sure(String name, Fault fault) {
        return new Trouble(name, true, Set.of(), rig -> rig.cloud().faults().add(fault), Trouble::clear);
    }

    private static Trouble doubtful(String name, Fault fault) {
        return new Trouble(name, false, Set.of(), rig -> rig.cloud().faults().add(fault), Trouble::clear);
    }

    private static Trouble ofLamps(String name, Fault.OfLight... faults) {
        var list = List.of(faults);
        return new Trouble(name, true, Set.copyOf(list.stream().map(Fault.OfLight::light).toList()),
                rig -> list.forEach(rig.cloud().faults()::add), Trouble::clear);
    }

    private static void clear(Rig rig) {
        rig.cloud().faults().clear();
    }

    private static String done(boolean applied) {
        return applied ? ", done" : ", not done";
    }

    @Override
    public String toString() {
        return name;
    }
}
