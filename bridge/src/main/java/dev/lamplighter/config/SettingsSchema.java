package dev.lamplighter.config;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** The published schema: says which keys there are and what shape they have; what went wrong is said in our own words. */
final class SettingsSchema {
    private static final String RESOURCE = "lamplighter.schema.json";

    private final Schema schema;

    private SettingsSchema(Schema schema) {
        this.schema = schema;
    }

    static SettingsSchema published() {
        try (var json = open()) {
            return new SettingsSchema(
                    SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(json));
        } catch (IOException broken) {
            throw new UncheckedIOException("the program's own " + RESOURCE + " cannot be read", broken);
        }
    }

    private static InputStream open() {
        return Objects.requireNonNull(SettingsSchema.class.getResourceAsStream(RESOURCE), RESOURCE);
    }

    JsonNode json() {
        return schema.getSchemaNode();
    }

    /** Tells of each wrong key once and marks it broken, so that nothing else complains about it. */
    void check(Document document, Problems problems) {
        for (var error : schema.validate(document.tree())) {
            var path = path(error);
            if (!document.isBroken(path)) {
                var place = document.place(path);
                document.putBroken(path, place);
                problems.add(place, why(error, path, document.at(path)));
            }
        }
    }

    private static List<String> path(Error error) {
        var at = error.getInstanceLocation();
        var path = new ArrayList<>(IntStream.range(0, at.getNameCount()).mapToObj(at::getName).toList());
        if (isUnknown(error)) {
            path.add(error.getProperty());
        }
        return List.copyOf(path);
    }

    private static boolean isUnknown(Error error) {
        return error.getKeyword().equals("additionalProperties");
    }

    private String why(Error error, List<String> path, JsonNode value) {
        if (path.getFirst().equals(BindingList.PATH.getFirst())) {
            return binding(error);
        }
        return isUnknown(error)
                ? unknown(path)
                : Key.of(path).map(key -> wrong(key.kind(), value))
                        .orElse("this is a section: its keys go below it, each on a line of its own, indented");
    }

    private static String binding(Error error) {
        return switch (error.getKeyword()) {
            case "additionalProperties" -> "there is no such key in a binding";
            case "required" -> "`" + error.getProperty() + "` is missing";
            case "pattern" -> "a board's name is 1 to 32 letters, digits, `-` and `_`";
            default -> error.getMessage();
        };
    }

    private static String wrong(Kind<?> kind, JsonNode value) {
        return switch (value.getNodeType()) {
            case NULL -> "there is no value; give " + kind.allowed() + ", or leave the line out"
                    + " (a value that begins with `#` or `&` has to be in quotes)";
            case ARRAY -> "a list is not " + kind.allowed();
            case OBJECT -> "a section is not " + kind.allowed();
            case NUMBER, BOOLEAN ->
                isText(kind) ? "this has to be text: put it in quotes" : kind.refusal(value.asString());
            case STRING, BINARY, MISSING, POJO -> kind.refusal(value.asString());
        };
    }

    private static boolean isText(Kind<?> kind) {
        return switch (kind.shape()) {
            case TEXT, SECRET, PATH -> true;
            case URL, DURATION, PORT, NUMBER, LIST, FLAG -> false;
        };
    }

    private String unknown(List<String> path) {
        var dotted = String.join(".", path);
        if (path.size() == 1 && Key.of(List.of(dotted.split("\\."))).isPresent()) {
            return "write it as a section: `" + dotted.replaceFirst("\\.", ":` and below it, indented, `") + ":`";
        }
        var siblings = siblings(path.subList(0, path.size() - 1));
        var elsewhere = Key.ALL.stream().filter(key -> key.parts().getLast().equals(path.getLast())).map(Key::path);
        return "there is no such setting; " + Spelling.nearest(path.getLast(), siblings).or(elsewhere::findFirst)
                .map(near -> "did you mean `" + near + "`?").orElse("here may stand " + String.join(", ", siblings));
    }

    private List<String> siblings(List<String> section) {
        return section.stream().reduce(json(), (node, name) -> node.path("properties").path(name), (_, last) -> last)
                .path("properties").propertyNames().stream().toList();
    }
}
