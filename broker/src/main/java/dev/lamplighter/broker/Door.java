package dev.lamplighter.broker;

import com.hivemq.extension.sdk.api.ExtensionMain;
import com.hivemq.extension.sdk.api.auth.SimpleAuthenticator;
import com.hivemq.extension.sdk.api.auth.parameter.SimpleAuthInput;
import com.hivemq.extension.sdk.api.auth.parameter.SimpleAuthOutput;
import com.hivemq.extension.sdk.api.packets.connect.ConnackReasonCode;
import com.hivemq.extension.sdk.api.parameter.ExtensionStartInput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStartOutput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStopInput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStopOutput;
import com.hivemq.extension.sdk.api.services.Services;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** HiveMQ's authenticator: asks {@link Logins}, and writes down whom it turned away. HiveMQ calls it on its extension threads. */
final class Door implements ExtensionMain, SimpleAuthenticator {
    private static final Logger LOG = LoggerFactory.getLogger(Door.class);
    private static final int SHOWN = 64;

    private final Logins logins;
    private final Refusals refusals;

    Door(Logins logins, InstantSource clock) {
        this.logins = logins;
        this.refusals = new Refusals(clock);
    }

    @Override
    public void extensionStart(ExtensionStartInput input, ExtensionStartOutput output) {
        Services.securityRegistry().setAuthenticatorProvider(anyClient -> this);
    }

    @Override
    public void extensionStop(ExtensionStopInput input, ExtensionStopOutput output) {
        // HiveMQ forgets the authenticator together with the extension.
    }

    @Override
    public void onConnect(SimpleAuthInput input, SimpleAuthOutput output) {
        var connect = input.getConnectPacket();
        if (logins.admits(connect.getUserName(), connect.getPassword().map(Door::bytes))) {
            output.authenticateSuccessfully();
        } else {
            output.failAuthentication(ConnackReasonCode.BAD_USER_NAME_OR_PASSWORD, "unknown user or wrong password");
            report(input);
        }
    }

    private void report(SimpleAuthInput input) {
        var username = input.getConnectPacket().getUserName().map(Door::shown).orElse("(none)");
        var address = input.getConnectionInformation().getInetAddress().map(InetAddress::getHostAddress)
                .orElse("(unknown)");
        if (refusals.isNews(username, address)) {
            LOG.warn("login refused: client {}, user {}, from {}", shown(input.getConnectPacket().getClientId()),
                    username, address);
        }
    }

    private static byte[] bytes(ByteBuffer buffer) {
        var bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }

    /** What a stranger sent must not fill the log. It cannot break the line: HiveMQ refuses control characters before it asks us. */
    private static String shown(String sent) {
        return sent.length() > SHOWN ? sent.substring(0, SHOWN) + "…" : sent;
    }
}
