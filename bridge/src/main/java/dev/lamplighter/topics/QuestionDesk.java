package dev.lamplighter.topics;

import dev.lamplighter.control.Lights;
import dev.lamplighter.light.LightId;
import dev.lamplighter.light.OneLine;
import dev.lamplighter.light.Parsed;
import dev.lamplighter.light.Selector;
import java.time.Instant;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes in questions of what lights show: they are looked at and told of, changed or not. Many questions share one look. */
public final class QuestionDesk {
    private static final Logger LOG = LoggerFactory.getLogger(QuestionDesk.class);

    private final CommandTopics topics;
    private final Lights lights;
    private final Telling telling;

    public QuestionDesk(CommandTopics topics, Lights lights, Telling telling) {
        this.topics = topics;
        this.lights = lights;
        this.telling = telling;
    }

    /** Whether what is published there is for this desk. */
    public boolean takes(String topic) {
        return topics.isQuestion(topic);
    }

    /**
     * What the payload says is of no matter. From any thread; returns at once.
     *
     * @param retained then it is an old question, which nobody waits for any more
     */
    public void received(String topic, boolean retained) {
        if (retained) {
            LOG.info("{}: a retained question is not answered", OneLine.of(topic));
            return;
        }
        switch (topics.questioned(topic)) {
            case Parsed.Accepted<Selector>(var target) ->
                lights.refresh(target, (meant, from) -> want(topic, target, meant, from));
            case Parsed.Rejected<Selector> wrong -> telling.unanswered(topic, wrong.line());
        }
    }

    private void want(String topic, Selector target, Set<LightId> meant, Instant from) {
        if (meant.isEmpty()) {
            telling.unanswered(topic, "there is no light '" + target.text() + "'");
        } else {
            telling.want(target, meant, from);
        }
    }
}
