package dev.lamplighter.app;

import dev.lamplighter.mqtt.Bytes;
import dev.lamplighter.mqtt.Publication;
import dev.lamplighter.store.Letter;
import dev.lamplighter.topics.Answers;
import dev.lamplighter.topics.CommandDesk;
import dev.lamplighter.topics.QuestionDesk;
import dev.lamplighter.web.LightCommands;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;

/** Commands from browsers: read and carried out as those on MQTT are, and answered to whoever asked alone. Safe to call from any thread. */
final class WebCommands implements LightCommands {
    private final String base;
    private final CommandDesk desk;
    private final QuestionDesk questions;
    private final InstantSource clock;
    private final AtomicLong count = new AtomicLong();
    private final Map<String, Consumer<String>> waiting = new ConcurrentHashMap<>();

    /**
     * @param desk makes one that tells its answers there
     * @param others hears of what never became a command
     */
    WebCommands(String base, Function<Answers, CommandDesk> desk, Answers others, QuestionDesk questions,
            InstantSource clock) {
        this.base = base;
        this.questions = questions;
        this.clock = clock;
        this.desk = desk.apply(new Answers() {
            @Override
            public void accept(Publication answer) {
                answered(answer);
            }

            @Override
            public void refused(String topic, String reason) {
                others.refused(topic, reason);
            }
        });
    }

    @Override
    public void give(String place, String command, Consumer<String> result) {
        var answer = base + "/answers/web-" + count.incrementAndGet();
        waiting.put(answer, result);
        desk.accept(new Letter(base + "/" + place + "/set", Bytes.utf8(command), false, clock.instant(),
                Optional.empty(), new Letter.Reply(Optional.of(answer), Optional.empty()), Optional.empty(),
                new Unkept()));
    }

    private void answered(Publication answer) {
        Optional.ofNullable(waiting.remove(answer.topic()))
                .ifPresent(asker -> asker.accept(answer.payload().text().orElse("")));
    }

    @Override
    public void look(String place) {
        questions.received(base + "/" + place + "/get", false);
    }

    /** A browser that loses its answer asks again. */
    private record Unkept() implements Letter.Keeping {
        @Override
        public void note(String memo) {
            // Nobody will ask.
        }

        @Override
        public void done() {
            // Nobody waits.
        }
    }
}
