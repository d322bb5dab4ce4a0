package dev.lamplighter.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lamplighter.control.Via;
import dev.lamplighter.control.Vitals;
import io.prometheus.metrics.config.EscapingScheme;
import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Info;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.instrumentation.jvm.JvmGarbageCollectorMetrics;
import io.prometheus.metrics.instrumentation.jvm.JvmMemoryMetrics;
import io.prometheus.metrics.instrumentation.jvm.JvmThreadsMetrics;
import io.prometheus.metrics.instrumentation.jvm.ProcessMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;

/** All counts as the text page that Prometheus reads. Safe to ask from any thread. */
public final class MetricsPage {
    public static final String CONTENT_TYPE = PrometheusTextFormatWriter.CONTENT_TYPE;
    /** A busy owner must not hang the page: it then shows how things stood before. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Vitals NOTHING_YET = new Vitals(0, 0, 0, 0, List.of());

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final Metrics metrics = new Metrics(registry);
    private final Standing standing = new Standing(registry, NOTHING_YET);
    private volatile Source source = answer -> answer.accept(NOTHING_YET);
    private boolean isMachineShown;

    /** Asks how things stand; the answer comes on whatever thread. */
    public interface Source {
        void vitals(Consumer<Vitals> answer);
    }

    /**
     * @param version of this program
     * @param ways those that are set up
     */
    public MetricsPage(String version, List<Via> ways) {
        metrics.expect(ways);
        Info.builder().name("lamplighter_build_info").help("Which Lamplighter this is").labelNames("version", "java")
                .register(registry).setLabelValues(version, Integer.toString(Runtime.version().feature()));
    }

    /** What is to be told of everything. */
    public Metrics metrics() {
        return metrics;
    }

    /** From now on the page shows how these lights stand. */
    public void watch(Source lights) {
        source = lights;
    }

    /** @param open how many browsers listen at the moment; for once */
    public void showEventStreams(IntSupplier open) {
        GaugeWithCallback.builder().name("lamplighter_event_streams").help("Event streams that are open")
                .callback(it -> it.call(open.getAsInt())).register(registry);
    }

    /**
     * Shows what the LAN counts; for once.
     *
     * @param sent messages, repetitions included
     * @param again those of them that were repetitions
     */
    public void showLan(LongSupplier sent, LongSupplier again) {
        counter("lamplighter_lan_messages_sent_total", "Datagrams sent to lights, repetitions included", sent);
        counter("lamplighter_lan_retransmissions_total", "Datagrams sent once more, for want of an answer", again);
    }

    private void counter(String name, String help, LongSupplier count) {
        CounterWithCallback.builder().name(name).help(help).callback(it -> it.call((double) count.getAsLong()))
                .register(registry);
    }

    /** In the text format 0.0.4. */
    public String text() {
        standing.update(vitals());
        showMachine();
        var out = new ByteArrayOutputStream();
        try {
            PrometheusTextFormatWriter.create().write(out, registry.scrape(), EscapingScheme.UNDERSCORE_ESCAPING);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toString(UTF_8);
    }

    /** Only once somebody looks: what it loads would slow every start. */
    private synchronized void showMachine() {
        if (!isMachineShown) {
            isMachineShown = true;
            JvmMemoryMetrics.builder().register(registry);
            JvmGarbageCollectorMetrics.builder().register(registry);
            JvmThreadsMetrics.builder().register(registry);
            ProcessMetrics.builder().register(registry);
        }
    }

    private Vitals vitals() {
        var answer = new CompletableFuture<Vitals>();
        source.vitals(answer::complete);
        try {
            return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException _) {
            return standing.last();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return standing.last();
        }
    }
}
