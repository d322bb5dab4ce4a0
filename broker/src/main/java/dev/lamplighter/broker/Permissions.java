package dev.lamplighter.broker;

import com.hivemq.extension.sdk.api.auth.PublishAuthorizer;
import com.hivemq.extension.sdk.api.auth.SubscriptionAuthorizer;
import com.hivemq.extension.sdk.api.auth.parameter.PublishAuthorizerInput;
import com.hivemq.extension.sdk.api.auth.parameter.PublishAuthorizerOutput;
import com.hivemq.extension.sdk.api.auth.parameter.SubscriptionAuthorizerInput;
import com.hivemq.extension.sdk.api.auth.parameter.SubscriptionAuthorizerOutput;
import com.hivemq.extension.sdk.api.interceptor.publish.PublishInboundInterceptor;
import com.hivemq.extension.sdk.api.interceptor.publish.parameter.PublishInboundInput;
import com.hivemq.extension.sdk.api.interceptor.publish.parameter.PublishInboundOutput;
import com.hivemq.extension.sdk.api.packets.general.MqttVersion;
import com.hivemq.extension.sdk.api.packets.publish.AckReasonCode;
import com.hivemq.extension.sdk.api.packets.publish.PublishPacket;
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
final class Permissions implements PublishInboundInterceptor, PublishAuthorizer, SubscriptionAuthorizer {
    private static final Logger LOG = LoggerFactory.getLogger(Permissions.class);

    private final Accounts accounts;
    private final Rules rules;
    private final Tree tree;
    private final Denials denials;

    Permissions(Accounts accounts, Rules rules, Tree tree, Denials denials) {
        this.accounts = accounts;
        this.rules = rules;
        this.tree = tree;
        this.denials = denials;
    }

    /** HiveMQ's authorizer would cut off clients of MQTT 5 too, after telling them why; here they are told and stay. */
    @Override
    public void onInboundPublish(PublishInboundInput input, PublishInboundOutput output) {
        if (isOld(input)) {
            return;
        }
        var publish = input.getPublishPacket();
        switch (verdict(input, publish)) {
            case Verdict.Allowed() -> {
            }
            case Verdict.Denied(var rule) -> {
                output.preventPublishDelivery(AckReasonCode.NOT_AUTHORIZED, rule);
                tell(input, publish, rule);
            }
        }
    }

    /** For last wills, and for clients of MQTT 3. */
    @Override
    public void authorizePublish(PublishAuthorizerInput input, PublishAuthorizerOutput output) {
        var publish = input.getPublishPacket();
        // A retained command that comes this far is a last will: the others were turned away before.
        var verdict = publish.getRetain() && tree.isCommand(publish.getTopic())
                ? new Verdict.Denied(CommandGate.RETAINED)
                : verdict(input, publish);
        switch (verdict) {
            case Verdict.Allowed() -> output.authorizeSuccessfully();
            case Verdict.Denied(var rule) -> {
                output.failAuthorization(AckReasonCode.NOT_AUTHORIZED, rule);
                tell(input, publish,
                        rule + (isOld(input) ? " (MQTT 3 has no word for this: the client is cut off)" : ""));
            }
        }
    }

    private static boolean isOld(ClientBasedInput input) {
        return input.getConnectionInformation().getMqttVersion() != MqttVersion.V_5;
    }

    private Verdict verdict(ClientBasedInput input, PublishPacket publish) {
        return verdict(input, who -> rules.publish(who, publish.getTopic(), publish.getResponseTopic()));
    }

    private void tell(ClientBasedInput input, PublishPacket publish, String rule) {
        tell(input, "publish on " + Admission.shown(publish.getTopic()), rule);
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
        denials.news(user, deed + rule)
                .ifPresent(left -> LOG.warn("denied: user {} (client {}) may not {}: {}{}", user,
                        Admission.shown(input.getClientInformation().getClientId()), deed, rule, Denials.end(left)));
    }
}
