package dev.lamplighter;

import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The cases of what boards and bridge say to each other, which the boards' own tests read, too. */
public final class ProtocolCases {
    private static final JsonMapper JSON = new JsonMapper();

    private ProtocolCases() {}

    public static List<JsonNode> of(String file) {
        return List.copyOf(JSON.readTree(Path.of("../esp32/protocol", file).toFile()).values());
    }

    public static byte[] bytes(JsonNode json) {
        return JSON.writeValueAsBytes(json);
    }
}
