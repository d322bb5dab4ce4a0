package dev.lamplighter.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The published schema and the code tell the same story. */
class SettingsSchemaTest {
    private final JsonNode schema = SettingsSchema.published().json();

    @Test
    void keys_ofSchemaAndCode_areTheSameInTheSameOrder() {
        assertThat(leaves().keySet()).containsExactlyElementsOf(Key.ALL.stream().map(Key::path).toList());
    }

    @Test
    void defaultsAndTypes_ofSchemaAndCode_areTheSame() {
        assertThat(Key.ALL).allSatisfy(key -> {
            var property = leaf(key);
            assertThat(Optional.ofNullable(property.get("default")).map(JsonNode::asString))
                    .isEqualTo(key.byDefault());
            var type = property.path("type");
            assertThat(type.isArray()
                    ? String.join("|", type.valueStream().map(JsonNode::asString).toList())
                    : type
                            .asString())
                    .isEqualTo(key.kind().shape().type);
        });
    }

    @Test
    void defaultsAndExamples_areAllowedByTheirOwnSchema() {
        assertThat(Key.ALL).allSatisfy(key -> {
            var samples = new ArrayList<>(leaf(key).path("examples").values());
            assertThat(samples).isNotEmpty();
            Optional.ofNullable(leaf(key).get("default")).ifPresent(samples::add);
            assertThat(samples).allSatisfy(sample -> assertThat(problems(key, sample)).isEmpty());
        });
    }

    @Test
    void everyProperty_hasTitleAndDescription_andSectionsAreClosed() {
        assertThat(Key.ALL).allSatisfy(key -> assertThat(leaf(key).propertyNames()).contains("title", "description"));
        assertThat(sections()).allSatisfy(section -> {
            assertThat(section.path("additionalProperties").asBoolean(true)).isFalse();
            assertThat(section.propertyNames()).contains("title", "description");
        });
    }

    private static List<Problem> problems(Key<?> key, JsonNode sample) {
        var problems = new Problems();
        var document = new Document(Document.Source.FILE, java.nio.file.Path.of("/"), Place.file("sample"));
        document.put(key.parts(), sample, Place.file("sample"));
        SettingsSchema.published().check(document, problems);
        return problems.list();
    }

    private List<JsonNode> sections() {
        var sections = new ArrayList<JsonNode>(List.of(schema));
        schema.path("properties").values().stream().filter(node -> node.has("properties")).forEach(sections::add);
        return sections;
    }

    private JsonNode leaf(Key<?> key) {
        return Optional.ofNullable(leaves().get(key.path())).orElseThrow();
    }

    private Map<String, JsonNode> leaves() {
        var leaves = new LinkedHashMap<String, JsonNode>();
        for (var entry : schema.path("properties").properties()) {
            if (entry.getKey().equals(BindingList.PATH.getFirst())) {
                // A list is no key with a value; BindingListTest holds its shape.
                continue;
            }
            var inner = entry.getValue().path("properties").properties();
            inner.forEach(one -> leaves.put(entry.getKey() + "." + one.getKey(), one.getValue()));
            if (inner.isEmpty()) {
                leaves.put(entry.getKey(), entry.getValue());
            }
        }
        return leaves;
    }
}
