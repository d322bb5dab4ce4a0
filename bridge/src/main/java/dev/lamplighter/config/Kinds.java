package dev.lamplighter.config;

import java.util.stream.Stream;
import java.util.Locale;
import dev.lamplighter.homeassistant.DiscoverySettings.Mode;
import dev.lamplighter.config.Kind.Shape;
import dev.lamplighter.control.Preference;
import dev.lamplighter.light.Parsed;
import dev.lamplighter.light.Secret;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The kinds of values there are. */
final class Kinds {
    private static final Pattern TOPIC = Pattern.compile("[^+#/$\\x00]([^+#\\x00]*[^+#/\\x00])?");
    private static final Pattern IPV4 = Pattern.compile("((25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])(\\.(?!$)|$)){4}");
    private static final Pattern HOST = Pattern.compile("(\\*\\.)?[\\w-]+(\\.[\\w-]+)*|[0-9A-Fa-f:.]+");
    private static final Pattern LAST_LINE_END = Pattern.compile("\\R+\\z");
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofHours(1);

    static final Kind<String> TEXT = Kind.simple(Shape.TEXT, "a text of one or more characters",
            text -> Optional.of(text).filter(some -> !some.isEmpty()));

    static final Kind<String> TOPIC_NAME = Kind.simple(Shape.TEXT,
            "a topic without `+` and `#`, with no slash at either end and no `$` at its start, such as `lifx`",
            text -> Optional.of(text).filter(topic -> TOPIC.matcher(topic).matches()));

    static final Kind<String> ADDRESS = Kind.simple(Shape.TEXT,
            "an address or host name to listen on, such as `0.0.0.0` or `127.0.0.1`",
            text -> Optional.of(text).filter(address -> address.matches("[^\\s/]+")));

    static final Kind<Secret> PASSWORD = Kind.simple(Shape.SECRET, "a password of one or more characters",
            text -> Optional.of(text).filter(some -> !some.isEmpty()).map(Secret::new));

    /** It travels in an HTTP header, where anything else would break the request. */
    static final Kind<Secret> TOKEN = Kind.simple(Shape.SECRET,
            "a token: letters, digits and signs without blanks or line breaks",
            text -> Optional.of(text).filter(token -> token.matches("[!-~]+")).map(Secret::new));

    static final Kind<Secret> PASSWORD_FILE = secretFile(PASSWORD);

    static final Kind<Secret> TOKEN_FILE = secretFile(TOKEN);

    static final Kind<Path> READABLE_FILE = new Kind<>(Shape.PATH, "the path of a PEM file",
            path(Kinds::readable, "the path of a PEM file"));

    static final Kind<Path> FOLDER = new Kind<>(Shape.PATH, "the path of a folder",
            path(Parsed::accepted, "the path of a folder"));

    static final Kind<URI> BROKER_URL = Kind.simple(Shape.URL,
            "`mqtt://`, `mqtts://`, `ws://` or `wss://` with a host and perhaps a port, such as "
                    + "`mqtts://broker.example:8883`; user and password are settings of their own",
            Urls::broker);

    static final Kind<URI> CLOUD_URL = Kind.simple(Shape.URL,
            "`https://` with a host and perhaps a port and nothing behind it, such as `https://api.lifx.com`; "
                    + "`http://` is for this machine itself only",
            Urls::cloud);

    static final Kind<Duration> DURATION = Kind.simple(Shape.DURATION,
            "a duration from 1s to 1h, such as `1500ms`, `30s` or `2m`",
            text -> Durations.parse(text)
                    .filter(some -> some.compareTo(SHORTEST) >= 0 && some.compareTo(LONGEST) <= 0));

    static final Kind<OptionalInt> PORT = Kind.simple(Shape.PORT,
            "a port from 0 to 65535 (0 takes a free one), or `off`",
            text -> text.equals("off")
                    ? Optional.of(OptionalInt.empty())
                    : Optional.of(text).filter(digits -> digits.matches("[0-9]{1,5}")).map(Integer::valueOf)
                            .filter(port -> port <= 65535).map(OptionalInt::of));

    static final Kind<List<String>> NAMES = Kind.simple(Shape.LIST,
            "host names and addresses, such as `lamps.example, 192.168.1.5`",
            text -> Optional.of(List.of(text.split("[,\\s]+")))
                    .filter(names -> names.stream().allMatch(name -> HOST.matcher(name).matches())));

    static final Kind<Integer> UDP_PORT = Kind.simple(Shape.NUMBER, "a port from 1 to 65535",
            text -> Optional.of(text).filter(digits -> digits.matches("[0-9]{1,5}")).map(Integer::valueOf)
                    .filter(port -> port >= 1 && port <= 65535));

    static final Kind<List<String>> ADDRESSES = list("addresses, such as `192.168.1.255, 192.168.2.255`",
            text -> Optional.of(text).filter(address -> IPV4.matcher(address).matches()));

    static final Kind<List<HostPort>> HOST_PORTS = list(HostPort.FORM, HostPort::parse);

    static final Kind<Boolean> FLAG = Kind.simple(Shape.FLAG, "`true` or `false`",
            text -> Optional.of(text).filter(word -> word.matches("true|false")).map(Boolean::valueOf));

    static final Kind<Mode> DISCOVERY = Kind.simple(Shape.TEXT, "`device`, `component` or `off`",
            text -> Stream.of(Mode.values()).filter(mode -> mode.name().toLowerCase(Locale.ROOT).equals(text))
                    .findFirst());

    static final Kind<Preference> PREFERENCE = Kind.simple(Shape.TEXT, "`lan`, `cloud`, `lan-only` or `cloud-only`",
            text -> Stream.of(Preference.values()).filter(
                    some -> some.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(text)).findFirst());

    static final Kind<LogPart.Format> LOG_FORMAT = word("`text` or `json`", List.of(LogPart.Format.values()));

    static final Kind<LogPart.Level> LOG_LEVEL = word("`error`, `warn`, `info` or `debug`",
            List.of(LogPart.Level.values()));

    private Kinds() {}

    private static <T extends Enum<T>> Kind<T> word(String allowed, List<T> all) {
        return Kind.simple(Shape.TEXT, allowed, text -> all.stream()
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(text)).findFirst());
    }

    private static <T> Kind<List<T>> list(String allowed, Function<String, Optional<T>> reader) {
        return Kind.simple(Shape.LIST, allowed, text -> {
            var parts = Stream.of(text.split("[,\\s]+")).map(reader).toList();
            return Optional.of(parts.stream().flatMap(Optional::stream).toList())
                    .filter(read -> read.size() == parts.size());
        });
    }

    private static Kind<Secret> secretFile(Kind<Secret> content) {
        var allowed = "the path of a file that holds the secret";
        return new Kind<>(Shape.PATH, allowed, path(file -> secret(file, content), allowed));
    }

    private static Parsed<Secret> secret(Path file, Kind<Secret> content) {
        return TextFile.read(file).then(text -> {
            var secret = LAST_LINE_END.matcher(text).replaceFirst("");
            return content.read(secret, file) instanceof Parsed.Accepted<Secret> good
                    ? good
                    : Parsed.rejected(file.toString(), secret.isEmpty()
                            ? "the file " + file + " is empty"
                            : "what the file " + file + " holds is not " + content.allowed());
        });
    }

    private static Parsed<Path> readable(Path file) {
        var fault = Files.isDirectory(file)
                ? " is a folder, not a file"
                : !Files.exists(file) ? " does not exist" : " may not be read by this user";
        return !Files.isDirectory(file) && Files.isReadable(file)
                ? Parsed.accepted(file)
                : Parsed.rejected(file.toString(), "the file " + file + fault);
    }

    private static <T> Kind.Reader<T> path(Function<Path, Parsed<T>> then, String allowed) {
        return (text, folder) -> {
            try {
                return text.isEmpty()
                        ? Parsed.rejected(allowed, "nothing is not " + allowed)
                        : then.apply(folder.resolve(text).normalize());
            } catch (InvalidPathException wrong) {
                return Parsed.rejected(allowed, "`" + Kind.brief(text) + "` is not " + allowed);
            }
        };
    }
}
