package dev.lamplighter.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Settings from environment variables. An empty variable counts as not set: that is how compose files leave one out. */
final class Environment {
    static final String LIFX_TOKEN = "LIFX_TOKEN";

    /** The launcher's own, and what Kubernetes adds to every container beside a service named lamplighter. */
    private static final Pattern NOT_OURS = Pattern.compile("LAMPLIGHTER_(HOME|JAVA|JAVA_OPTS|PORT"
            + "|([A-Z0-9_]+_)?SERVICE_(HOST|PORT)(_[A-Z0-9_]+)?|([A-Z0-9_]+_)?PORT_[0-9]+_(TCP|UDP)(_[A-Z]+)?)");

    private final Map<String, String> variables;
    private final Path workingDirectory;

    Environment(Map<String, String> variables, Path workingDirectory) {
        this.variables = new TreeMap<>(variables);
        this.workingDirectory = workingDirectory;
    }

    /** Weakest first. */
    List<Document> read(Problems problems) {
        var lifx = document(Document.Source.LIFX_TOKEN);
        put(lifx, Key.CLOUD_TOKEN, LIFX_TOKEN);
        var ours = document(Document.Source.ENVIRONMENT);
        Key.ALL.forEach(key -> put(ours, key, key.variable()));
        unknown(problems);
        return List.of(lifx, ours);
    }

    private Document document(Document.Source source) {
        return new Document(source, workingDirectory, Place.environment(""));
    }

    private void put(Document document, Key<?> key, String variable) {
        var text = variables.getOrDefault(variable, "");
        if (!text.isEmpty()) {
            document.put(key.parts(), node(key, text), Place.environment(variable));
        }
    }

    /** What does not look like a number or flag stays text, and the schema refuses it in its usual words. */
    private static JsonNode node(Key<?> key, String text) {
        return switch (key.kind().shape()) {
            case PORT, NUMBER -> text.matches("-?[0-9]{1,9}")
                    ? JsonNodeFactory.instance.numberNode(Integer.parseInt(text))
                    : JsonNodeFactory.instance.stringNode(text);
            case FLAG -> text.matches("true|false")
                    ? JsonNodeFactory.instance.booleanNode(Boolean.parseBoolean(text))
                    : JsonNodeFactory.instance.stringNode(text);
            case TEXT, SECRET, PATH, URL, DURATION, LIST -> JsonNodeFactory.instance.stringNode(text);
        };
    }

    private void unknown(Problems problems) {
        var known = Key.ALL.stream().map(Key::variable).toList();
        for (var name : variables.keySet()) {
            if (name.startsWith(Key.PREFIX) && !known.contains(name) && !NOT_OURS.matcher(name).matches()) {
                problems.add(Place.environment(Kind.brief(name)),
                        "there is no such setting; " + Spelling.nearest(name, known)
                                .map(near -> "did you mean `" + near + "`?")
                                .orElse("a name is a key of lamplighter.yml, such as " + Key.MQTT_URL.variable()));
            }
        }
    }
}
