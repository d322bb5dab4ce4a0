package dev.lamplighter.config;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.node.StringNode;

/** The settings in words, for {@code config check} and {@code config print}. */
public final class SettingsText {
    private static final Pattern PLAIN = Pattern.compile(
            "(?!(?i:true|false|null)$)[A-Za-z/][A-Za-z0-9:/._-]*[A-Za-z0-9]|[0-9]+(ms|s|m|h)|\\(hidden\\)");

    private SettingsText() {}

    /** One line per problem, or one that says all is well; without a line end. */
    public static String check(Loaded loaded) {
        return switch (loaded) {
            case Loaded.Good(_, var source, _) -> "settings are good (" + source + ")";
            case Loaded.Bad(var problems) -> problems.stream().map(Problem::line).collect(Collectors.joining("\n"));
        };
    }

    /** The settings in force as a YAML file, secrets hidden, each line saying where its value comes from. */
    public static String print(Loaded.Good loaded) {
        var text = new StringBuilder("# " + loaded.source() + "\n");
        var section = "";
        for (var origin : loaded.origins()) {
            var parts = List.of(origin.key().split("\\."));
            if (parts.size() > 1 && !parts.getFirst().equals(section)) {
                section = parts.getFirst();
                text.append(section).append(":\n");
            }
            text.append("  ".repeat(parts.size() - 1)).append(line(parts.getLast(), origin)).append("\n");
        }
        return text.toString();
    }

    private static String line(String name, Loaded.Origin origin) {
        return origin.value().map(value -> name + ": " + scalar(origin.key(), value) + "  # " + origin.from())
                .orElse("# " + name + ": not set");
    }

    /** JSON's quotes are YAML's too; text goes without them only where it surely means itself. */
    private static String scalar(String key, String value) {
        return !isText(key) || PLAIN.matcher(value).matches() ? value : new StringNode(value).toString();
    }

    private static boolean isText(String key) {
        return Key.ALL.stream().anyMatch(one -> one.path().equals(key) && one.kind().shape().type.endsWith("string")
                && one.kind().shape() != Kind.Shape.PORT);
    }
}
