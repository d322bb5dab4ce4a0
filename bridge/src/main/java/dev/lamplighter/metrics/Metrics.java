package dev.lamplighter.metrics;

import dev.lamplighter.control.Known;
import dev.lamplighter.control.Listener;
import dev.lamplighter.control.Order;
import dev.lamplighter.control.Result;
import dev.lamplighter.control.Via;
import dev.lamplighter.light.LightId;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.Unit;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;

/** Counts what happens. Every label has few values, whatever comes from outside. May be told from any thread. */
public final class Metrics implements Listener {
    /** Of a command that reached no light. */
    static final String NO_WAY = "none";
    private static final double[] SECONDS = {0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30};
    private static final double NANOS = 1e9;
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH");

    private final Counter commands;
    private final Histogram took;
    private final Counter looks;
    private final Counter changes;
    private final Counter lost;
    private final Counter failures;
    private final Gauge connected;
    private final Counter connections;
    private final Counter losses;
    private final Counter requests;
    private final Histogram served;

    Metrics(PrometheusRegistry registry) {
        commands = Counter.builder().name("lamplighter_commands_total").labelNames("way", "result")
                .help("Commands by the way they went and what became of them").register(registry);
        took = seconds("lamplighter_command_duration_seconds",
                "From a command's arrival to its result, of those that were applied", "way").register(registry);
        looks = Counter.builder().name("lamplighter_light_looks_total")
                .help("How often lights were looked at, each light counted").register(registry);
        changes = Counter.builder().name("lamplighter_state_changes_total").labelNames("source")
                .help("Changes of what is known of lights, observed or predicted").register(registry);
        lost = Counter.builder().name("lamplighter_lights_lost_total").help("Lights that have left").register(registry);
        failures = Counter.builder().name("lamplighter_way_failures_total").labelNames("way")
                .help("How often a way began to fail, or failed for another reason").register(registry);
        connected = Gauge.builder().name("lamplighter_mqtt_connected").help("1 while the broker is connected")
                .register(registry);
        connections = Counter.builder().name("lamplighter_mqtt_connections_total")
                .help("Connections to the broker that came about; all but the first are reconnects").register(registry);
        losses = Counter.builder().name("lamplighter_mqtt_connections_lost_total")
                .help("Connections to the broker that were lost").register(registry);
        requests = Counter.builder().name("lamplighter_http_requests_total").labelNames("face", "method", "status")
                .help("HTTP requests answered, by the class of their status").register(registry);
        served = seconds("lamplighter_http_request_duration_seconds", "How long answers to HTTP requests took", "face")
                .register(registry);
    }

    private static Histogram.Builder seconds(String name, String help, String label) {
        return Histogram.builder().name(name).unit(Unit.SECONDS).help(help).labelNames(label).classicOnly()
                .classicUpperBounds(SECONDS);
    }

    /** Shows each way's counters from the start, at 0, so that the first increase is one. */
    void expect(Iterable<Via> ways) {
        for (var source : Known.Source.values()) {
            changes.initLabelValues(name(source));
        }
        for (var way : ways) {
            failures.initLabelValues(name(way));
            took.initLabelValues(name(way));
            for (var status : Result.Status.values()) {
                commands.initLabelValues(name(way), name(status));
            }
        }
        for (var status : Result.Status.values()) {
            commands.initLabelValues(NO_WAY, name(status));
        }
    }

    @Override
    public void commandDone(Order order, Result result) {
        commands.labelValues(result.via().map(Metrics::name).orElse(NO_WAY), name(result.status())).inc();
        if (result.status() == Result.Status.APPLIED) {
            result.via().ifPresent(via -> took.labelValues(name(via)).observe(result.took().toNanos() / NANOS));
        }
    }

    /** A command that could not be understood, and so never became an order. */
    public void commandRefused() {
        commands.labelValues(NO_WAY, name(Result.Status.REFUSED)).inc();
    }

    @Override
    public void lookedAt(Known light, Instant looked) {
        looks.inc();
    }

    @Override
    public void stateChanged(Known light) {
        changes.labelValues(name(light.source())).inc();
    }

    @Override
    public void lightLost(LightId light) {
        lost.inc();
    }

    @Override
    public void wayFails(Via via, String reason) {
        failures.labelValues(name(via)).inc();
    }

    public void brokerFound() {
        connected.set(1);
        connections.inc();
    }

    public void brokerLost() {
        connected.set(0);
        losses.inc();
    }

    /**
     * An HTTP request was answered.
     *
     * @param face which of few parts answered, such as {@code api}; never a path
     * @param method as it came; one that HTTP does not know counts as {@code other}
     * @param status from 100 to 599
     */
    public void requested(String face, String method, int status, Duration time) {
        requests.labelValues(face, METHODS.contains(method) ? method : "other", status / 100 + "xx").inc();
        served.labelValues(face).observe(time.toNanos() / NANOS);
    }

    static String name(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }
}
