package dev.lamplighter.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.slf4j.Logger;

/**
 * A broker of ours that runs, without naming its classes. Where the bridge is put alone there are none, and the commands are read there all
 * the same: none of them may have a field or a method that names one.
 *
 * @param port the one without TLS, where there is one
 * @param doors where it listens, in words
 * @param trust whom clients have to trust for TLS, in words
 */
record OwnBroker(OptionalInt port, List<String> doors, Optional<String> trust, Runnable stop) implements AutoCloseable {
    /** The way into {@link Brokers}. */
    interface Start {
        OwnBroker run() throws CannotStart;
    }

    static OwnBroker by(Start start) throws CannotStart {
        try {
            return start.run();
        } catch (LinkageError failed) {
            throw CannotStart.because(isAbsent(failed)
                    ? "this Lamplighter comes without a broker of its own: use the command bridge, "
                            + "with mqtt.url set to the address of a broker"
                    : "the broker did not start: " + Words.of(failed));
        }
    }

    /** A class that is there and cannot be used has its reason, too, but not that one. */
    private static boolean isAbsent(LinkageError failed) {
        return failed instanceof NoClassDefFoundError && failed.getCause() instanceof ClassNotFoundException;
    }

    /** Says where the broker is and how to get in. */
    void tell(Logger log, String user, Path password) {
        log.info("The broker listens on {}; log in as '{}' with the password in {}", String.join(", ", doors), user,
                password);
        trust.ifPresent(whom -> log.info("Over TLS clients have to trust {}", whom));
    }

    @Override
    public void close() {
        stop.run();
    }
}
