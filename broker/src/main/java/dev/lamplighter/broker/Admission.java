package dev.lamplighter.broker;

import com.hivemq.extension.sdk.api.async.Async;
import com.hivemq.extension.sdk.api.async.TimeoutFallback;
import com.hivemq.extension.sdk.api.auth.SimpleAuthenticator;
import com.hivemq.extension.sdk.api.auth.parameter.SimpleAuthInput;
import com.hivemq.extension.sdk.api.auth.parameter.SimpleAuthOutput;
import com.hivemq.extension.sdk.api.packets.connect.ConnackReasonCode;
import dev.lamplighter.broker.rules.Rules;
import dev.lamplighter.broker.rules.Verdict;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
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
    private final Attendance attendance;
    private final Sessions sessions;
    private final Slowdown slowdown = new Slowdown();
    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1,
            Thread.ofPlatform().daemon().name("broker-logins").factory());

    Admission(Accounts accounts, Rules rules, Attendance attendance, InstantSource clock, News news) {
        this.accounts = accounts;
        this.rules = rules;
        this.clock = clock;
        this.news = news;
        this.attendance = attendance;
        this.sessions = new Sessions(rules);
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
            var _ = thread.schedule(() -> lookSafely(input, answer), wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException stopping) {
            busy(answer);
        }
    }

    private static void busy(Async<SimpleAuthOutput> answer) {
        answer.getOutput().failAuthentication(ConnackReasonCode.SERVER_BUSY, "too many logins at once");
        answer.resume();
    }

    /** A bug must leave nobody waiting. */
    private void lookSafely(SimpleAuthInput input, Async<SimpleAuthOutput> answer) {
        try {
            look(input, answer);
        } catch (RuntimeException bug) {
            refuse(input, answer, ConnackReasonCode.UNSPECIFIED_ERROR, "a fault of the broker itself: " + bug);
        }
    }

    private void look(SimpleAuthInput input, Async<SimpleAuthOutput> answer) {
        var version = accounts.version();
        var connect = input.getConnectPacket();
        var who = accounts.admit(connect.getUserName(), connect.getPassword().map(Admission::bytes));
        if (who.isEmpty()) {
            slowdown.failed(address(input), clock.instant());
            refuse(input, answer, ConnackReasonCode.BAD_USER_NAME_OR_PASSWORD, "unknown user or wrong password");
            return;
        }
        var client = input.getClientInformation().getClientId();
        switch (rules.client(who.get(), client, accounts.boards())) {
            case Verdict.Denied(var rule) ->
                refuse(input, answer, ConnackReasonCode.CLIENT_IDENTIFIER_NOT_VALID, rule);
            case Verdict.Allowed() -> {
                attendance.note(input, who.get().name(), version);
                if (connect.getCleanStart()) {
                    letIn(answer);
                } else {
                    var _ = sessions.review(who.get(), client)
                            .whenComplete((_, failed) -> resume(input, answer, failed));
                }
            }
        }
    }

    private static void letIn(Async<SimpleAuthOutput> answer) {
        answer.getOutput().authenticateSuccessfully();
        answer.resume();
    }

    private void resume(SimpleAuthInput input, Async<SimpleAuthOutput> answer, @Nullable Throwable failed) {
        if (failed == null) {
            letIn(answer);
        } else {
            refuse(input, answer, ConnackReasonCode.SERVER_UNAVAILABLE, "the session cannot be read");
        }
    }

    private void refuse(SimpleAuthInput input, Async<SimpleAuthOutput> answer, ConnackReasonCode code, String why) {
        answer.getOutput().failAuthentication(code, why);
        answer.resume();
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
