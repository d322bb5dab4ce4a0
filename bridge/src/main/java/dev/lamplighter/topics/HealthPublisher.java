package dev.lamplighter.topics;

import dev.lamplighter.control.Lights;
import dev.lamplighter.control.Listener;
import dev.lamplighter.control.Order;
import dev.lamplighter.control.Result;
import dev.lamplighter.control.Surroundings;
import dev.lamplighter.control.Via;
import dev.lamplighter.control.Vitals;
import dev.lamplighter.mqtt.Publication;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Publishes, retained, how the bridge fares: each minute, and soon after a way began to work or to fail or the broker was found again. Owned
 * by the owner's thread.
 */
final class HealthPublisher implements Listener {
    static final Duration EACH = Duration.ofMinutes(1);
    /** What happens within this time is told at once. */
    static final Duration GATHERED = Duration.ofSeconds(2);

    private final CommandTopics topics;
    private final Outside outside;
    private final Surroundings around;
    private final Instant started;
    private final Health health = new Health();
    private Optional<Lights> lights = Optional.empty();
    private boolean isSoon;

    HealthPublisher(CommandTopics topics, Outside outside, Surroundings around) {
        this.topics = topics;
        this.outside = outside;
        this.around = around;
        this.started = around.clock().instant();
    }

    void start(Lights source) {
        around.owner().execute(() -> {
            lights = Optional.of(source);
            eachMinute();
        });
    }

    private void eachMinute() {
        tell();
        around.timer().after(EACH, this::eachMinute);
    }

    @Override
    public void commandDone(Order order, Result result) {
        health.done(result, around.clock().instant());
    }

    @Override
    public void wayWorks(Via via) {
        soon();
    }

    @Override
    public void wayFails(Via via, String reason) {
        soon();
    }

    /** From any thread. */
    void refused() {
        around.owner().execute(health::refused);
    }

    /** From any thread. */
    void connected() {
        around.owner().execute(() -> {
            health.connected();
            if (!health.isFirstConnection()) {
                soon();
            }
        });
    }

    private void soon() {
        if (!isSoon) {
            isSoon = true;
            around.timer().after(GATHERED, () -> {
                isSoon = false;
                tell();
            });
        }
    }

    private void tell() {
        lights.ifPresent(it -> it.vitals(this::tell));
    }

    private void tell(Vitals vitals) {
        var now = around.clock().instant();
        var json = health.write(vitals, outside.memory().get(), Duration.between(started, now), now);
        json.put("at", StateJson.time(outside.calendar().apply(now)));
        outside.out().accept(Publication.retained(topics.bridge("health"), Payloads.of(json)));
    }
}
