package dev.lamplighter.topics;

import dev.lamplighter.control.ControlSettings;
import dev.lamplighter.control.Lights;
import dev.lamplighter.control.Order;
import dev.lamplighter.control.Result;
import dev.lamplighter.light.Parsed;
import dev.lamplighter.light.Selector;
import dev.lamplighter.mqtt.Bytes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries out commands that come from within the bridge, in the words in which they would be published. */
public final class BoundDesk {
    private static final Logger LOG = LoggerFactory.getLogger(BoundDesk.class);

    private static final String SCENE = "scene:";

    private final Lights lights;
    private final Duration timeToLive;
    private final InstantSource clock;

    public BoundDesk(Lights lights, ControlSettings settings, InstantSource clock) {
        this.lights = lights;
        this.timeToLive = settings.timeToLive();
        this.clock = clock;
    }

    /** What is wrong with a command, in one line; empty when nothing is. A colour has to be one that is known without asking LIFX. */
    public static Optional<String> fault(String target, String command) {
        return switch (read(target, command)) {
            case Parsed.Accepted<Errand>(var errand) -> errand.wish().ignored().isEmpty()
                    ? Optional.empty()
                    : Optional.of("there is no key " + String.join(", ", errand.wish().ignored()) + " in a command");
            case Parsed.Rejected<Errand> wrong -> Optional.of(wrong.line());
        };
    }

    private static Parsed<Errand> read(String target, String command) {
        var asked = target.startsWith(SCENE)
                ? CommandTopics.scene(target.substring(SCENE.length()))
                : Selector.parse(target).then(lights -> Parsed.<Asked>accepted(new Asked.OfLights(lights)));
        return asked.then(it -> it.read(command.getBytes(StandardCharsets.UTF_8), new Palette().reader()));
    }

    /**
     * Returns at once.
     *
     * @param from the topic of what set it off, for the log
     * @param target a LIFX selector, or {@code scene:} and a scene's UUID
     * @param answer gets the result, as it is published, exactly once
     */
    public void run(String from, String target, String command, Consumer<Bytes> answer) {
        switch (read(target, command)) {
            case Parsed.Accepted<Errand>(var errand) -> {
                var now = clock.instant();
                lights.submit(new Order(errand.target(), errand.wish().command(), now, now.plus(timeToLive),
                        Optional.empty()), result -> {
                            tell(from + " for " + target, command, result);
                            answer.accept(Payloads.result(errand.wish(), result));
                        });
            }
            case Parsed.Rejected<Errand> wrong -> {
                var result = Result.refused(wrong.line(), Duration.ZERO);
                tell(from + " for " + target, command, result);
                answer.accept(Payloads.result(Optional.empty(), result));
            }
        }
    }

    private static void tell(String from, String command, Result result) {
        CommandLog.tell(LOG, from, CommandPayload.shortened(command),
                CommandJson.idOf(command.getBytes(StandardCharsets.UTF_8)), result);
    }
}
