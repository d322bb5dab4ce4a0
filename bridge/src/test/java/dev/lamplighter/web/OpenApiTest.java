package dev.lamplighter.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The description that is served says what is so. */
@Timeout(60)
class OpenApiTest {
    private static final JsonMapper JSON = new JsonMapper();

    private Site site;
    private JsonNode document = JSON.nullNode();

    @BeforeEach
    void open() throws IOException {
        site = Site.open();
        document = JSON.readTree(body(site.get("/openapi.json")));
    }

    @AfterEach
    void close() {
        site.close();
    }

    private static String body(String answer) {
        return answer.substring(answer.indexOf("\r\n\r\n") + 4);
    }

    @Test
    void routes_describedAndServed_areTheSame() {
        var described = new TreeSet<String>();
        document.path("paths").properties().forEach(path -> path.getValue().propertyNames()
                .forEach(method -> described.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        var served = new TreeSet<String>();
        site.routes().stream().filter(route -> !route.path().equals("/*"))
                .forEach(route -> served.add(route.method() + " " + route.path()));
        assertThat(described).isEqualTo(served);
    }

    @Test
    void answers_ofEachKind_areAsDescribed() throws IOException {
        site.news.put(Kind.LIGHT, "d073d5001337",
                "{\"id\":\"d073d5001337\",\"availability\":\"online\",\"state\":\"ON\",\"label\":\"x\",\"reachable\":true}");
        assertDescribed("get", "/api/session", "200", site.get("/api/session"));
        assertDescribed("get", "/api/lights", "200", site.get("/api/lights"));
        assertDescribed("get", "/api/lights/{id}", "404", site.get("/api/lights/x"));
        assertDescribed("get", "/api/bridge", "503", site.get("/api/bridge"));
        assertDescribed("post", "/api/all/set", "200", site.write("/api/all/set", "\"ON\""));
        assertDescribed("post", "/api/all/set", "403", site.post("/api/all/set", "\"ON\""));
        assertDescribed("post", "/api/boards", "201", site.write("/api/boards", "{\"name\":\"attic\"}"));
        assertDescribed("post", "/api/boards", "409", site.write("/api/boards", "{\"name\":\"hall\"}"));
        assertDescribed("post", "/api/boards", "422", site.write("/api/boards", "{\"name\":\"\"}"));
        assertDescribed("get", "/health/ready", "200", site.get("/health/ready"));
        site.missing.add("mqtt: no broker");
        assertDescribed("get", "/health/ready", "503", site.get("/health/ready"));
    }

    private void assertDescribed(String method, String path, String status, String answer) {
        assertThat(answer).startsWith("HTTP/1.1 " + status);
        var content = document.path("paths").path(path).path(method).path("responses").path(status).path("content");
        var type = answer.lines().filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-type: ")).findFirst()
                .orElseThrow().substring("content-type: ".length());
        assertThat(content.has(type)).as(method + " " + path + " " + status + " " + type).isTrue();
        assertThat(errors(content.path(type).path("schema"), body(answer))).as(body(answer)).isEmpty();
    }

    private List<String> errors(JsonNode schema, String body) {
        var whole = schema.deepCopy();
        ((ObjectNode) whole).set("components", document.path("components"));
        var errors = new ArrayList<String>();
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(whole)
                .validate(body, InputFormat.JSON).forEach(error -> errors.add(error.toString()));
        return errors;
    }
}
