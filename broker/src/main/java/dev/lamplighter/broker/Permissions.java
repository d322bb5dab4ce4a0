package dev.lamplighter.broker;

import com.hivemq.extension.sdk.api.auth.PublishAuthorizer;
import com.hivemq.extension.sdk.api.auth.SubscriptionAuthorizer;
import com.hivemq.extension.sdk.api.auth.parameter.PublishAuthorizerInput;
import com.hivemq.extension.sdk.api.auth.parameter.PublishAuthorizerOutput;
import com.hivemq.extension.sdk.api.auth.parameter.SubscriptionAuthorizerInput;
import com.hivemq.extension.sdk.api.auth.parameter.SubscriptionAuthorizerOutput;
import com.hivemq.extension.sdk.api.client.parameter.ClientInformation;
import com.hivemq.extension.sdk.api.packets.general.MqttVersion;
import com.hivemq.extension.sdk.api.packets.publish.AckReasonCode;
import com.hivemq.extension.sdk.api.packets.subscribe.SubackReasonCode;
import com.hivemq.extension.sdk.api.parameter.ClientBasedInput;
import dev.lamplighter.broker.rules.Rules;
import dev.lamplighter.broker.rules.Rules.Who;
import dev.lamplighter.broker.rules.Tree;
import dev.lamplighter.broker.rules.Verdict;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** HiveMQ's authorizer of publishes, last wills and subscriptions. What is denied is told once. HiveMQ calls it on its extension threads. */
final class Permissions implements PublishAuthorizer, SubscriptionAuthorizer {
    private static final Logger LOG = LoggerFactory.getLogger(Permissions.class);

    private final Accounts accounts;
    private final Rules rules;
    private final Tree tree;
    private final News news;

    Permissions(Accounts accounts, Rules rules, Tree tree, News news) {
        this.accounts = accounts;
        this.rules = rules;
        this.tree = tree;
        this.news = news;
    }

    @Override
    public void authorizePublish(PublishAuthorizerInput input, PublishAuthorizerOutput output) {
        var publish = input.getPublishPacket();
        var topic = publish.getTopic();
        // A retained command that comes this far is a last will: the others were turned away before.
        var verdict = publish.getRetain() && tree.isCommand(topic)
                ? new Verdict.Denied(CommandGate.RETAINED)
                : verdict(input, who -> rules.publish(who, topic));
        switch (verdict) {
            case Verdict.Allowed() -> output.authorizeSuccessfully();
            case Verdict.Denied(var rule) -> {
                output.failAuthorization(AckReasonCode.NOT_AUTHORIZED, rule);
                var isCutOff = input.getConnectionInformation().getMqttVersion() != MqttVersion.V_5;
                tell(input, "publish on " + Admission.shown(topic),
                        rule + (isCutOff ? " (MQTT 3 has no word for this: the client is cut off)" : ""));
            }
        }
    }

    @Override
    public void authorizeSubscribe(SubscriptionAuthorizerInput input, SubscriptionAuthorizerOutput output) {
        var filter = input.getSubscription().getTopicFilter();
        switch (verdict(input, who -> rules.subscribe(who, filter))) {
            case Verdict.Allowed() -> output.authorizeSuccessfully();
            case Verdict.Denied(var rule) -> {
                output.failAuthorization(SubackReasonCode.NOT_AUTHORIZED, rule);
                tell(input, "subscribe to " + Admission.shown(filter), rule);
            }
        }
    }

    private Verdict verdict(ClientBasedInput input, Function<Who, Verdict> rule) {
        return Attendance.user(input).flatMap(accounts::find).map(rule)
                .orElseGet(() -> new Verdict.Denied("the user is gone"));
    }

    private void tell(ClientBasedInput input, String deed, String rule) {
        var user = Attendance.user(input).orElse("(none)");
        if (news.isNew(user + " " + deed)) {
            ClientInformation client = input.getClientInformation();
            LOG.warn("denied: user {} (client {}) may not {}: {}", user, Admission.shown(client.getClientId()), deed,
                    rule);
        }
    }
}
