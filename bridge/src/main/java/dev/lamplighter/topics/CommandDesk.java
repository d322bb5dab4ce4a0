package dev.lamplighter.topics;

import dev.lamplighter.control.ControlSettings;
import dev.lamplighter.control.Lights;
import dev.lamplighter.control.Order;
import dev.lamplighter.control.Plan;
import dev.lamplighter.control.Result;
import dev.lamplighter.light.OneLine;
import dev.lamplighter.light.Parsed;
import dev.lamplighter.mqtt.Bytes;
import dev.lamplighter.mqtt.Publication;
import dev.lamplighter.store.Letter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes commands in from MQTT and sees each one through to its result: told to its sender, and only then done with. */
public final class CommandDesk implements Consumer<Letter> {
    private static final Logger LOG = LoggerFactory.getLogger(CommandDesk.class);
    private static final String RETAINED = "a retained command is not obeyed, or lamps would change whenever the bridge starts: "
            + "publish it without the retain flag";

    private final CommandTopics topics;
    private final Duration timeToLive;
    private final Lights lights;
    private final Answers out;
    private final InstantSource clock;
    private final Repeats repeats = new Repeats();
    private final Palette palette = new Palette();
    private final Turns turns = new Turns();

    public CommandDesk(CommandTopics topics, ControlSettings settings, Lights lights, Answers out,
            InstantSource clock) {
        this.topics = topics;
        this.timeToLive = settings.timeToLive();
        this.lights = lights;
        this.out = out;
        this.clock = clock;
    }

    @Override
    public void accept(Letter letter) {
        if (letter.retained()) {
            retained(letter);
            return;
        }
        switch (turns.take(letter)) {
            case NOW -> read(letter, palette.reader());
            case NEVER -> refuse(letter, "too many commands wait on this topic until LIFX has told of a colour");
            case LATER -> {
            }
        }
    }

    /** Says whether the letter is dealt with; if not, it will be once LIFX has told of a colour. */
    private boolean read(Letter letter, Palette.Reader colors) {
        switch (topics.asked(letter.topic()).then(asked -> asked.read(letter.payload().toArray(), colors))) {
            case Parsed.Accepted<Errand>(var errand) -> take(letter, errand);
            case Parsed.Rejected<Errand> wrong when colors.unknown().isPresent() -> {
                ask(colors.unknown().get(), letter, colors, wrong.line());
                return false;
            }
            case Parsed.Rejected<Errand> wrong -> refuse(letter, wrong.line());
        }
        return true;
    }

    /** LIFX may know colours by names that we do not; then the command is read again with them. What comes after it waits, or would overtake it. */
    private void ask(String color, Letter letter, Palette.Reader colors, String wrong) {
        turns.hold(letter.topic());
        lights.color(color, answer -> {
            var isDone = answer.map(meaning -> {
                colors.learn(color, meaning);
                return read(letter, colors);
            }).orElseGet(() -> {
                refuse(letter, wrong + ", and LIFX cannot be asked for it at the moment");
                return true;
            });
            if (isDone) {
                goOn(letter.topic());
            }
        });
    }

    private void goOn(String topic) {
        var next = turns.next(topic);
        while (next.isPresent() && read(next.get(), palette.reader())) {
            next = turns.next(topic);
        }
    }

    private void retained(Letter letter) {
        if (letter.payload().length() == 0) {
            // Somebody takes a retained message away, which is what a refusal asks for.
            letter.keeping().done();
        } else {
            refuse(letter, RETAINED);
        }
    }

    private void refuse(Letter letter, String reason) {
        var result = Result.refused(reason, Duration.ZERO);
        out.refused(letter.topic(), reason);
        tell(letter, result, Payloads.result(CommandJson.idOf(letter.payload().toArray()), result));
    }

    private void take(Letter letter, Errand errand) {
        var wish = errand.wish();
        Consumer<Result> finish = result -> tell(letter, result, Payloads.result(wish, result));
        var isNew = wish.id().map(id -> repeats.isNew(place(letter, errand), id, clock.instant(), finish)).orElse(true);
        if (isNew) {
            lights.submit(order(letter, errand), giver(letter, errand, finish));
        }
    }

    private Order order(Letter letter, Errand errand) {
        var oldest = letter.received().plus(timeToLive);
        var expires = letter.expires().filter(sooner -> sooner.isBefore(oldest)).orElse(oldest);
        return new Order(errand.target(), errand.wish().command(), letter.received(), expires,
                letter.memo().map(PlanText::read));
    }

    private Order.Giver giver(Letter letter, Errand errand, Consumer<Result> finish) {
        return new Order.Giver() {
            @Override
            public void planned(Plan plan) {
                letter.keeping().note(PlanText.write(plan));
            }

            @Override
            public void done(Result result) {
                finish.accept(result);
                errand.wish().id().ifPresent(id -> repeats.done(place(letter, errand), id, result));
            }
        };
    }

    /** Where an id counts: many senders share the one topic on which the payload names the lights. */
    private static String place(Letter letter, Errand errand) {
        return letter.topic() + ' ' + errand.target().text();
    }

    /** To the sender's own response topic where it named one, else beside the command topic. */
    private void tell(Letter letter, Result result, Bytes payload) {
        log(letter, result);
        out.told(letter.topic(), letter.payload(), payload);
        var own = letter.reply().topic().filter(topics::mayAnswerTo);
        var answer = Publication.passing(own.orElseGet(() -> topics.result(letter.topic())), payload);
        out.accept(own.flatMap(_ -> letter.reply().correlationData()).map(answer::correlatedWith).orElse(answer));
        letter.keeping().done();
    }

    private static void log(Letter letter, Result result) {
        LOG.info("{} {}{}: {}", OneLine.of(letter.topic()), result.status().name().toLowerCase(Locale.ROOT),
                result.via().map(via -> " via " + via.name().toLowerCase(Locale.ROOT)).orElse(""),
                result.reason().map(OneLine::of).orElseGet(() -> result.took().toMillis() + " ms"));
    }
}
