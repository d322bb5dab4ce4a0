package dev.lamplighter.broker;

import com.hivemq.extension.sdk.api.async.Async;
import com.hivemq.extension.sdk.api.async.TimeoutFallback;
import com.hivemq.extension.sdk.api.auth.SimpleAuthenticator;
import com.hivemq.extension.sdk.api.auth.parameter.SimpleAuthInput;
import com.hivemq.extension.sdk.api.auth.parameter.SimpleAuthOutput;
import com.hivemq.extension.sdk.api.packets.connect.ConnackReasonCode;
import dev.lamplighter.broker.rules.Rules;
import dev.lamplighter.broker.rules.Rules.Who;
import dev.lamplighter.broker.rules.Verdict;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** HiveMQ's authenticator. Passwords are compared by a thread of its own, one at a time, so that no connection waits for another's login. */
final class Admission implements SimpleAuthenticator, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Admission.class);
    private static final int SHOWN = 64;
    /** More than a whole house of boards that comes back at once. */
    private static final int MOST_WAITING = 2_000;
    private static final Duration WITHIN = Slowdown.LONGEST.plusSeconds(22);

    private final Accounts accounts;
    private final Rules rules;
    private final InstantSource clock;
    private final News news;
    private final Slowdown slowdown = new Slowdown();
    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1,
            Thread.ofPlatform().daemon().name("broker-logins").factory());

    Admission(Accounts accounts, Rules rules, InstantSource clock, News news) {
        this.accounts = accounts;
        this.rules = rules;
        this.clock = clock;
        this.news = news;
    }

    @Override
    public void onConnect(SimpleAuthInput input, SimpleAuthOutput output) {
        var answer = output.async(WITHIN, TimeoutFallback.FAILURE);
        if (thread.getQueue().size() >= MOST_WAITING) {
            busy(answer);
            return;
        }
        var wait = slowdown.before(address(input), clock.instant());
        try {
            var _ = thread.schedule(() -> look(input, answer), wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException stopping) {
            busy(answer);
        }
    }

    private static void busy(Async<SimpleAuthOutput> answer) {
        answer.getOutput().failAuthentication(ConnackReasonCode.SERVER_BUSY, "too many logins at once");
        answer.resume();
    }

    private void look(SimpleAuthInput input, Async<SimpleAuthOutput> answer) {
        try {
            var connect = input.getConnectPacket();
            accounts.admit(connect.getUserName(), connect.getPassword().map(Admission::bytes))
                    .ifPresentOrElse(who -> named(who, input, answer.getOutput()), () -> {
                        slowdown.failed(address(input), clock.instant());
                        refuse(input, answer.getOutput(), ConnackReasonCode.BAD_USER_NAME_OR_PASSWORD,
                                "unknown user or wrong password");
                    });
        } finally {
            answer.resume();
        }
    }

    private void named(Who who, SimpleAuthInput input, SimpleAuthOutput output) {
        switch (rules.client(who, input.getClientInformation().getClientId())) {
            case Verdict.Allowed() -> {
                Attendance.note(input, who.name());
                output.authenticateSuccessfully();
            }
            case Verdict.Denied(var rule) ->
                refuse(input, output, ConnackReasonCode.CLIENT_IDENTIFIER_NOT_VALID, rule);
        }
    }

    private void refuse(SimpleAuthInput input, SimpleAuthOutput output, ConnackReasonCode code, String why) {
        output.failAuthentication(code, why);
        var user = input.getConnectPacket().getUserName().map(Admission::shown).orElse("(none)");
        var address = address(input);
        if (news.isNew("login " + user + " " + address + " " + why)) {
            LOG.warn("login refused: client {}, user {}, from {}: {}",
                    shown(input.getClientInformation().getClientId()), user, address, why);
        }
    }

    private static String address(SimpleAuthInput input) {
        return Optional.ofNullable(input.getConnectionInformation()).flatMap(it -> it.getInetAddress())
                .map(InetAddress::getHostAddress).orElse("(unknown)");
    }

    private static byte[] bytes(ByteBuffer buffer) {
        var bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }

    /** What a stranger sent must not fill the log. It cannot break the line: HiveMQ refuses control characters before it asks us. */
    static String shown(String sent) {
        return sent.length() > SHOWN ? sent.substring(0, SHOWN) + "…" : sent;
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
