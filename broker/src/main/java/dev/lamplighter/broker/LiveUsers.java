package dev.lamplighter.broker;

import dev.lamplighter.broker.tls.Ticker;
import dev.lamplighter.broker.users.Users;
import dev.lamplighter.broker.users.UsersException;
import dev.lamplighter.broker.users.UsersFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows the file of users while the broker runs. What is wrong in it is told and changes nothing. */
final class LiveUsers implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LiveUsers.class);
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final UsersFile file;
    private final Consumer<Users> out;
    private String stamp = "";
    private Ticker.@Nullable Ticking ticking;

    LiveUsers(Path file, Consumer<Users> out) {
        this.file = new UsersFile(file);
        this.out = out;
    }

    /** @throws BrokerException when something is wrong in the file: with whom to let in unknown there is no starting */
    void start(Ticker ticker) throws BrokerException {
        stamp = stamp();
        try {
            out.accept(file.read());
        } catch (UsersException wrong) {
            throw new BrokerException(wrong.line(), wrong);
        }
        ticking = ticker.every(LOOK, this::look);
    }

    private synchronized void look() {
        var now = stamp();
        if (now.equals(stamp)) {
            return;
        }
        stamp = now;
        try {
            var users = file.read();
            out.accept(users);
            LOG.info("The users were read again: {}", users.all().size());
        } catch (UsersException wrong) {
            LOG.warn("The users stay as they were: {}", wrong.line());
        }
    }

    /** Another one when the file may say something else; it is replaced whole, so another file is another key. */
    private String stamp() {
        try {
            var attributes = Files.readAttributes(file.path(), "unix:ino,size,lastModifiedTime,ctime");
            return attributes.toString();
        } catch (IOException | UnsupportedOperationException _) {
            return plainStamp().orElse("none");
        }
    }

    private Optional<String> plainStamp() {
        try {
            return Optional.of(Files.getLastModifiedTime(file.path()) + " " + Files.size(file.path()));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        if (ticking != null) {
            ticking.close();
        }
    }
}
