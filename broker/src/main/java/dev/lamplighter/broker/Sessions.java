package dev.lamplighter.broker;

import com.hivemq.extension.sdk.api.services.Services;
import com.hivemq.extension.sdk.api.services.subscription.TopicSubscription;
import dev.lamplighter.broker.rules.Rules;
import dev.lamplighter.broker.rules.Rules.Who;
import dev.lamplighter.broker.rules.Verdict;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What HiveMQ keeps for clients while they are away. Subscriptions in it were allowed when they were made, which may be long ago. */
final class Sessions {
    private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);
    private static final Duration WITHIN = Duration.ofSeconds(10);

    private final Rules rules;

    Sessions(Rules rules) {
        this.rules = rules;
    }

    /** Forgets the session of {@code client}, with all that waits in it, where it reads what {@code who} may not. */
    CompletableFuture<?> review(Who who, String client) {
        return Services.subscriptionStore().getSubscriptions(client)
                .thenCompose(kept -> mayHave(who, kept) ? CompletableFuture.completedStage(true) : forget(who, client))
                .orTimeout(WITHIN.toSeconds(), TimeUnit.SECONDS);
    }

    private boolean mayHave(Who who, Collection<TopicSubscription> kept) {
        return kept.stream()
                .allMatch(it -> rules.subscribe(who, it.getTopicFilter()) instanceof Verdict.Allowed);
    }

    private static CompletionStage<Boolean> forget(Who who, String client) {
        LOG.info("The session of client {} reads more than user {} may by now: it begins anew", Admission.shown(client),
                who.name());
        return Services.clientService().invalidateSession(client);
    }
}
