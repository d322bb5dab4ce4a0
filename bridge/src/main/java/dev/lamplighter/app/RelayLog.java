package dev.lamplighter.app;

import dev.lamplighter.control.Result;
import dev.lamplighter.light.Selector;
import dev.lamplighter.topics.CommandLog;
import dev.lamplighter.web.relay.Told;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the log, and browsers, what became of commands that came by the relay. */
record RelayLog(Chronicle chronicle) implements Told {
    private static final Logger LOG = LoggerFactory.getLogger(RelayLog.class);

    @Override
    public void done(Asking asking, Selector target, Result result) {
        CommandLog.tell(LOG, "relay, " + asking.guest() + " for " + target.text(), asking.words(), result);
        chronicle.done("relay", target.text(), asking.words(), result);
    }
}
