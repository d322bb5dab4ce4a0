package dev.lamplighter.config;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * Where something listens.
 *
 * @param port empty where the usual one is meant
 */
record HostPort(String host, OptionalInt port) {
    static final String FORM = "hosts, each perhaps with a port from 1 to 65535, such as `192.168.1.20, 192.168.1.21:56700`";
    private static final Pattern TEXT = Pattern.compile("([\\w-]+(?:\\.[\\w-]+)*)(?::([0-9]{1,5}))?");

    static Optional<HostPort> parse(String text) {
        var match = TEXT.matcher(text);
        if (!match.matches()) {
            return Optional.empty();
        }
        var port = Optional.ofNullable(match.group(2)).map(Integer::parseInt);
        return port.filter(some -> some == 0 || some > 65_535).isPresent()
                ? Optional.empty()
                : Optional.of(new HostPort(match.group(1),
                        port.map(OptionalInt::of).orElseGet(OptionalInt::empty)));
    }
}
