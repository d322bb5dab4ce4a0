package dev.lamplighter.config;

import dev.lamplighter.light.Parsed;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Reads one YAML file as a tree with lines. It works on YAML's nodes, since only they know the line of every key and
 * the same key given twice.
 */
final class YamlFile {
    /** No setting lies deeper; what does is wrong as a whole, and an alias that holds itself ends here. */
    private static final int DEPTH = 2;
    /** The same for what lies in a list. */
    private static final int LIST_DEPTH = 8;

    private final String name;
    private final Problems problems;
    private final Document document;

    private YamlFile(String name, Path folder, Problems problems) {
        this.name = name;
        this.problems = problems;
        this.document = new Document(Document.Source.FILE, folder, Place.file(name));
    }

    /**
     * @param name the file as people call it
     * @return empty where the file as a whole cannot be read, which is then the one problem
     */
    static Optional<Document> read(String name, Path file, Problems problems) {
        return switch (TextFile.read(file)) {
            case Parsed.Accepted<String>(var text) ->
                new YamlFile(name, file.resolveSibling(""), problems).parse(text);
            case Parsed.Rejected<String>(_, var why) -> {
                problems.add(Place.file(name), why);
                yield Optional.empty();
            }
        };
    }

    private Optional<Document> parse(String text) {
        var settings = LoadSettings.builder().setSchema(new CoreSchema()).setAllowDuplicateKeys(true)
                .setAllowNonScalarKeys(true).build();
        try {
            new Compose(settings).composeString(text).ifPresent(this::root);
            return Optional.of(document);
        } catch (MarkedYamlEngineException broken) {
            var mark = broken.getProblemMark().or(broken::getContextMark);
            mark.ifPresentOrElse(this::broken, () -> broken(1, advice("")));
        } catch (YamlEngineException broken) {
            broken(1, advice(""));
        }
        return Optional.empty();
    }

    /** The library's own words may quote the file, and with it a secret. */
    private void broken(Mark mark) {
        var buffer = mark.getBuffer();
        var sign = mark.getPointer() < buffer.length ? Character.toString(buffer[mark.getPointer()]) : "";
        broken(mark.getLine() + 1, "column " + (mark.getColumn() + 1) + ": " + advice(sign));
    }

    private void broken(int line, String why) {
        problems.add(Place.line(name, line, ""), "this is not YAML: " + why);
    }

    private static String advice(String sign) {
        return switch (sign) {
            case "\t" -> "a tab; indent with spaces";
            case "@", "`", "%", "*", "&", "!", "|", ">" ->
                "a value that begins with `" + sign + "` has to be in quotes";
            case ":" -> "a `:` too many; indent keys alike, and put a value that holds `: ` in quotes";
            default -> "look at the indentation, the quotes and the colons up to here";
        };
    }

    private void root(Node node) {
        if (node instanceof MappingNode mapping) {
            mapping(List.of(), mapping);
        } else if (!node.getTag().equals(Tag.NULL)) {
            problems.add(Place.line(name, line(node), ""), "settings are lines of `key: value`, and this is not one");
        }
    }

    private void mapping(List<String> parent, MappingNode mapping) {
        for (var entry : mapping.getValue()) {
            if (entry.getKeyNode() instanceof ScalarNode key) {
                entry(parent, key, entry.getValueNode());
            } else {
                problems.add(Place.line(name, line(entry.getKeyNode()), ""), "a key is one word");
            }
        }
    }

    private void entry(List<String> parent, ScalarNode key, Node value) {
        var path = new ArrayList<>(parent);
        path.add(key.getValue());
        var place = Place.line(name, line(key), Kind.brief(String.join(".", path)));
        if (document.has(path)) {
            problems.add(place, "given twice; it stands already in " + document.place(path).origin());
            return;
        }
        node(path, value).ifPresentOrElse(node -> document.put(path, node, place), () -> tagged(path, place));
        if (value instanceof MappingNode section && path.size() < DEPTH) {
            mapping(path, section);
        }
    }

    private void tagged(List<String> path, Place place) {
        document.putBroken(path, place);
        problems.add(place, "a value that begins with `!` has to be in quotes");
    }

    private Optional<JsonNode> node(List<String> path, Node node) {
        return switch (node) {
            case ScalarNode scalar -> scalar(scalar.getTag().getValue(), scalar.getValue());
            case SequenceNode list -> Optional.of(list(path, list));
            default -> Optional.of(JsonNodeFactory.instance.objectNode());
        };
    }

    private JsonNode list(List<String> path, SequenceNode list) {
        var entries = JsonNodeFactory.instance.arrayNode();
        for (var entry : list.getValue()) {
            entries.add(within(below(path, Integer.toString(entries.size())), entry));
        }
        return entries;
    }

    private JsonNode within(List<String> path, Node node) {
        var place = Place.line(name, line(node), Kind.brief(String.join(".", path)));
        document.note(path, place);
        return switch (node) {
            case SequenceNode list when path.size() < LIST_DEPTH -> list(path, list);
            case MappingNode mapping when path.size() < LIST_DEPTH -> object(path, mapping);
            // A sign in front makes a step of a number, which YAML would drop.
            case ScalarNode scalar when scalar.getValue().startsWith("+") ->
                JsonNodeFactory.instance.stringNode(scalar.getValue());
            case ScalarNode scalar -> scalar(scalar.getTag().getValue(), scalar.getValue()).orElseGet(() -> {
                tagged(path, place);
                return JsonNodeFactory.instance.nullNode();
            });
            default -> JsonNodeFactory.instance.nullNode();
        };
    }

    private JsonNode object(List<String> path, MappingNode mapping) {
        var object = JsonNodeFactory.instance.objectNode();
        for (var entry : mapping.getValue()) {
            var key = entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
            if (object.has(key)) {
                problems.add(Place.line(name, line(entry.getKeyNode()), String.join(".", below(path, key))),
                        "given twice");
            }
            object.set(key, within(below(path, key), entry.getValueNode()));
        }
        return object;
    }

    private static List<String> below(List<String> path, String key) {
        var longer = new ArrayList<>(path);
        longer.add(key);
        return List.copyOf(longer);
    }

    /** Empty for a tag of the writer's own. */
    private static Optional<JsonNode> scalar(String tag, String text) {
        var make = JsonNodeFactory.instance;
        return switch (tag.replace(Tag.PREFIX, "")) {
            case "str" -> Optional.of(make.stringNode(text));
            case "null" -> Optional.of(make.nullNode());
            case "bool" -> Optional.of(make.booleanNode(Boolean.parseBoolean(text)));
            case "int", "float" -> Optional.of(number(text));
            default -> Optional.empty();
        };
    }

    /** Forms no setting has any use for (hexadecimal, infinite, with exponent) stay as they were written. */
    private static JsonNode number(String text) {
        return text.matches("[-+]?([0-9]{1,18}|[0-9]{1,18}\\.[0-9]{1,18})")
                ? JsonNodeFactory.instance.numberNode(new BigDecimal(text))
                : JsonNodeFactory.instance.stringNode(text);
    }

    private static int line(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }
}
