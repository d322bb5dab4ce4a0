package dev.lamplighter.broker;

import com.hivemq.extension.sdk.api.interceptor.connect.ConnectInboundInterceptor;
import com.hivemq.extension.sdk.api.interceptor.connect.parameter.ConnectInboundInput;
import com.hivemq.extension.sdk.api.interceptor.connect.parameter.ConnectInboundOutput;
import com.hivemq.extension.sdk.api.interceptor.publish.PublishInboundInterceptor;
import com.hivemq.extension.sdk.api.interceptor.publish.parameter.PublishInboundInput;
import com.hivemq.extension.sdk.api.interceptor.publish.parameter.PublishInboundOutput;
import com.hivemq.extension.sdk.api.packets.general.MqttVersion;
import com.hivemq.extension.sdk.api.packets.publish.AckReasonCode;
import com.hivemq.extension.sdk.api.packets.publish.ModifiablePublishPacket;
import com.hivemq.extension.sdk.api.parameter.ClientBasedInput;
import dev.lamplighter.broker.rules.Tree;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that commands grow old: one that is to be kept is turned away, and one whose sender has not said how long it counts gets the
 * time of the settings, also from clients of MQTT 3.1.1, which cannot say. So none waits longer in a queue while the bridge is away.
 */
final class CommandGate implements PublishInboundInterceptor, ConnectInboundInterceptor {
    static final String RETAINED = "commands count at once only: publish without the retain flag";

    /** What HiveMQ puts in where nothing was said, and the most that can be said. */
    private static final long NEVER = 0xffff_ffffL;

    private static final Logger LOG = LoggerFactory.getLogger(CommandGate.class);

    private final Tree tree;
    private final Duration live;
    private final Denials denials;

    CommandGate(Tree tree, Duration live, Denials denials) {
        this.tree = tree;
        this.live = live;
        this.denials = denials;
    }

    @Override
    public void onInboundPublish(PublishInboundInput input, PublishInboundOutput output) {
        var publish = output.getPublishPacket();
        if (!tree.isCommand(publish.getTopic())) {
            return;
        }
        if (publish.getRetain()) {
            turnAway(input, output);
        } else {
            age(publish);
        }
    }

    /** Any code but success would cut off a client of MQTT 3, which would come back with the same command for ever. */
    private void turnAway(PublishInboundInput input, PublishInboundOutput output) {
        if (input.getConnectionInformation().getMqttVersion() == MqttVersion.V_5) {
            output.preventPublishDelivery(AckReasonCode.NOT_AUTHORIZED, RETAINED);
        } else {
            output.preventPublishDelivery();
        }
        tell(input, output.getPublishPacket().getTopic());
    }

    /** A last will is published by the broker itself, and comes by here only. */
    @Override
    public void onConnect(ConnectInboundInput input, ConnectInboundOutput output) {
        output.getConnectPacket().getModifiableWillPublish().filter(will -> tree.isCommand(will.getTopic()))
                .ifPresent(this::age);
    }

    private void age(ModifiablePublishPacket publish) {
        if (publish.getMessageExpiryInterval().filter(seconds -> seconds < NEVER).isEmpty()) {
            publish.setMessageExpiryInterval(live.toSeconds());
        }
    }

    private void tell(ClientBasedInput input, String topic) {
        var user = Attendance.user(input).orElse("(none)");
        denials.news(user, "retain " + topic)
                .ifPresent(left -> LOG.warn("turned away: {} of user {} (client {}) is retained; {}{}",
                        Admission.shown(topic), user, Admission.shown(input.getClientInformation().getClientId()),
                        RETAINED, Denials.end(left)));
    }
}
