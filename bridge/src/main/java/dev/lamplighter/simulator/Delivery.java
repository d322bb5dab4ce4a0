package dev.lamplighter.simulator;

import java.util.List;

/** How a wish fares on its way from the simulated cloud to a light. */
enum Delivery {
    DONE("ok", true), UNACKNOWLEDGED("timed_out", true), LOST("timed_out", false), OFFLINE("offline", false);

    private final String status;
    private final boolean changes;

    Delivery(String status, boolean changes) {
        this.status = status;
        this.changes = changes;
    }

    /** LIFX's word for it in a result. */
    String status() {
        return status;
    }

    boolean changes() {
        return changes;
    }

    static Delivery under(List<Fault> faults) {
        return faults.stream().map(Delivery::under).max(Delivery::compareTo).orElse(DONE);
    }

    private static Delivery under(Fault fault) {
        return switch (fault) {
            case Fault.Offline _ -> OFFLINE;
            case Fault.TimedOut(_, var applied) -> applied ? UNACKNOWLEDGED : LOST;
            case Fault.OfRequest _ -> DONE;
        };
    }
}
