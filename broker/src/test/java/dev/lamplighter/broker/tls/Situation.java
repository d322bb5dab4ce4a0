package dev.lamplighter.broker.tls;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** What certificates are made with, all of it in the hands of the test. */
public final class Situation implements InstantSource {
    public final ManualTicker ticker = new ManualTicker();
    private volatile Instant now;
    private volatile List<String> names = List.of("lamp-host", "localhost", "127.0.0.1");

    public Situation(Instant now) {
        this.now = now;
    }

    @Override
    public Instant instant() {
        return now;
    }

    public void now(Instant later) {
        now = later;
    }

    public void names(String... called) {
        names = List.of(called);
    }

    public Means means() {
        return new Means(this, ticker, new SecureRandom(), () -> names);
    }
}
