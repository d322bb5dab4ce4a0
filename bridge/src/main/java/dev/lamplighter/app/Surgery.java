package dev.lamplighter.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;

/**
 * The doctor's findings for pages, as a JSON array. However many pages ask, there is one examination at a time, and none so soon after another
 * that it could find something else: each spends a request of the account's budget.
 */
final class Surgery implements Supplier<String> {
    private static final JsonMapper JSON = new JsonMapper();
    static final Duration FRESH = Duration.ofSeconds(15);

    private final Doctor doctor;
    private final InstantSource clock;
    private String found = "[]";
    private Instant until = Instant.MIN;

    Surgery(Doctor doctor, InstantSource clock) {
        this.doctor = doctor;
        this.clock = clock;
    }

    @Override
    public synchronized String get() {
        if (!until.isAfter(clock.instant())) {
            found = examined();
            until = clock.instant().plus(FRESH);
        }
        return found;
    }

    private String examined() {
        var all = JSON.createArrayNode();
        try {
            doctor.examine(finding -> all.addObject().put("check", finding.check())
                    .put("status", finding.status().word()).put("saw", finding.saw()).put("remedy", finding.remedy()));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return all.toString();
    }
}
