package dev.lamplighter.broker;

import dev.lamplighter.broker.rules.Tree;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * Who is let in, and how what they say is dealt with.
 *
 * @param anonymous whether a client that gives neither name nor password is let in, to do everything; wrong ones are refused all the same
 * @param logins no two of the same name
 * @param users the file that keeps all others; a login of the same name counts for more
 * @param tree where what the rules speak of is published
 * @param commandsLive how long a command waits in a queue whose sender has not said so
 */
public record Access(boolean anonymous, List<Login> logins, Optional<Path> users, Tree tree, Duration commandsLive) {
    private static final Duration COMMANDS_LIVE = Duration.ofSeconds(30);

    public Access {
        logins = List.copyOf(logins);
        var names = new HashSet<String>();
        for (var login : logins) {
            if (!names.add(login.username())) {
                throw new IllegalArgumentException("two logins have the name " + login.username());
            }
        }
    }

    /** For logins alone, with all else as it is where nobody has set it otherwise. */
    public Access(boolean anonymous, List<Login> logins) {
        this(anonymous, logins, Optional.empty(), Tree.STANDARD, COMMANDS_LIVE);
    }
}
