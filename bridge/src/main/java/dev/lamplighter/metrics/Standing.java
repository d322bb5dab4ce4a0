package dev.lamplighter.metrics;

import dev.lamplighter.control.Reply.Allowance;
import dev.lamplighter.control.Vitals;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;

/** Shows how things stand at the moment they are asked for. */
final class Standing {
    private final PrometheusRegistry registry;
    private volatile Vitals vitals;

    Standing(PrometheusRegistry registry, Vitals first) {
        this.registry = registry;
        this.vitals = first;
        one("lamplighter_commands_waiting", "Wishes that have not left yet, counted once for each light",
                Vitals::waiting);
        one("lamplighter_commands_undecided", "Commands that wait for lights or scenes to be known", Vitals::undecided);
        lights();
        eachWay("lamplighter_requests_under_way", "Requests that have not been answered yet", Vitals.Fare::underWay);
        eachWay("lamplighter_way_up", "1 while lights are reached this way", fare -> fare.trouble().isEmpty() ? 1 : 0);
        budget("lamplighter_budget_limit_requests", "Requests that LIFX allows in a window", Allowance::limit);
        budget("lamplighter_budget_remaining_requests", "Those of them that are left", Allowance::remaining);
    }

    void update(Vitals now) {
        vitals = now;
    }

    Vitals last() {
        return vitals;
    }

    private GaugeWithCallback.Builder gauge(String name, String help) {
        return GaugeWithCallback.builder().name(name).help(help);
    }

    private void one(String name, String help, ToIntFunction<Vitals> value) {
        gauge(name, help).callback(it -> it.call(value.applyAsInt(vitals))).register(registry);
    }

    private void lights() {
        gauge("lamplighter_lights", "Lights that are known, by whether they can be reached").labelNames("reachable")
                .callback(it -> {
                    var now = vitals;
                    it.call(now.reachable(), "true");
                    it.call(now.lights() - now.reachable(), "false");
                }).register(registry);
    }

    private void eachWay(String name, String help, ToDoubleFunction<Vitals.Fare> value) {
        gauge(name, help).labelNames("way").callback(it -> vitals.ways()
                .forEach(fare -> it.call(value.applyAsDouble(fare), Metrics.name(fare.via())))).register(registry);
    }

    private void budget(String name, String help, ToIntFunction<Allowance> value) {
        gauge(name, help).labelNames("way").callback(it -> vitals.ways().forEach(fare -> fare.budget()
                .ifPresent(left -> it.call(value.applyAsInt(left), Metrics.name(fare.via()))))).register(registry);
    }
}
