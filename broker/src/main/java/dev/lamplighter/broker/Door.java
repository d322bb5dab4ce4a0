package dev.lamplighter.broker;

import com.hivemq.extension.sdk.api.ExtensionMain;
import com.hivemq.extension.sdk.api.parameter.ExtensionStartInput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStartOutput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStopInput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStopOutput;
import com.hivemq.extension.sdk.api.services.Services;
import dev.lamplighter.broker.rules.Rules;
import dev.lamplighter.broker.tls.Ticker;
import dev.lamplighter.broker.users.Users;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** Everything of ours within HiveMQ: who comes in, what they may do, and how old commands grow. One for each run of the broker. */
final class Door implements ExtensionMain, AutoCloseable {
    private final Accounts accounts;
    private final Attendance attendance;
    private final Admission admission;
    private final Permissions permissions;
    private final CommandGate gate;
    private final DropsWatch drops;
    private final Optional<LiveUsers> live;
    /** HiveMQ's services are there only while it runs. */
    private final AtomicBoolean open = new AtomicBoolean();

    Door(Access access, InstantSource clock) {
        var news = new News(clock);
        var denials = new Denials(clock);
        var rules = new Rules(access.tree());
        accounts = new Accounts(access);
        attendance = new Attendance(accounts);
        admission = new Admission(accounts, rules, attendance, clock, news);
        permissions = new Permissions(accounts, rules, access.tree(), denials);
        gate = new CommandGate(access.tree(), access.commandsLive(), denials);
        drops = new DropsWatch(clock);
        live = access.users().map(file -> new LiveUsers(file, this::replace));
    }

    /** @throws BrokerException when it is not known who is to be let in */
    void start(Ticker ticker) throws BrokerException {
        if (live.isPresent()) {
            live.get().start(ticker);
        }
        drops.start();
    }

    /** Messages that no client got, since the start. */
    long dropped() {
        return drops.total();
    }

    private void replace(Users users) {
        var changed = accounts.replace(users);
        if (open.get()) {
            attendance.expel(changed);
        }
    }

    @Override
    public void extensionStart(ExtensionStartInput input, ExtensionStartOutput output) {
        Services.securityRegistry().setAuthenticatorProvider(anyClient -> admission);
        Services.securityRegistry().setAuthorizerProvider(anyClient -> permissions);
        Services.initializerRegistry().setClientInitializer((_, client) -> {
            client.addPublishInboundInterceptor(permissions);
            client.addPublishInboundInterceptor(gate);
        });
        Services.interceptorRegistry().setConnectInboundInterceptorProvider(anyClient -> gate);
        Services.eventRegistry().setClientLifecycleEventListener(anyClient -> attendance);
        open.set(true);
    }

    /** HiveMQ forgets all that was registered together with the extension. */
    @Override
    public void extensionStop(ExtensionStopInput input, ExtensionStopOutput output) {
        open.set(false);
    }

    @Override
    public void close() {
        open.set(false);
        live.ifPresent(LiveUsers::close);
        drops.close();
        admission.close();
    }
}
