package dev.lamplighter.bench;

import java.util.Arrays;

/** Latencies, in the order of their size. */
final class Quantiles {
    private final long[] sorted;

    private Quantiles(long[] sorted) {
        this.sorted = sorted;
    }

    static Quantiles of(long[] nanos) {
        var sorted = nanos.clone();
        Arrays.sort(sorted);
        return new Quantiles(sorted);
    }

    /** In ms; {@code share} of all are no longer. */
    double at(double share) {
        return sorted[(int) Math.ceil(share * sorted.length) - 1] / 1e6;
    }
}
