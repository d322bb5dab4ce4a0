package dev.lamplighter.web;

import dev.lamplighter.web.NewBoards.Made;
import dev.lamplighter.web.Route.Access;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** Adding boards. */
public final class BoardRoutes {
    private static final JsonMapper JSON = new JsonMapper();

    private BoardRoutes() {}

    public static List<Route> of(NewBoards boards) {
        return List.of(Route.post("/api/boards", Access.ACT, call -> add(boards, call)));
    }

    private static Answer add(NewBoards boards, Call call) {
        if (!call.type().equals(Content.JSON)) {
            return Problem.of(415, "a board is added by a body of application/json");
        }
        return wish(call.body()).<Answer>map(wish -> answer(wish.name(), boards.add(wish)))
                .orElseGet(() -> Problem.of(422,
                        "a board is {\"name\": \"...\", \"lan\": false, \"may\": [\"all\"]}, of which only the name is needed"));
    }

    private static Answer answer(String name, Made made) {
        return switch (made) {
            case Made.Board(var files) -> {
                var json = JsonNodeFactory.instance.objectNode().put("name", name);
                var content = json.putObject("files");
                files.forEach(content::put);
                yield Answer.of(201, Content.json(json.toString()));
            }
            case Made.There(var why) -> Problem.of(409, why);
            case Made.Wrong(var why) -> Problem.of(422, why);
            case Made.Failed(var why) -> Problem.of(500, why);
        };
    }

    private static Optional<NewBoards.Wish> wish(String body) {
        try {
            var json = JSON.readTree(body);
            var may = json.path("may");
            var isShaped = json.isObject() && json.path("name").isString()
                    && (json.path("lan").isMissingNode() || json.path("lan").isBoolean())
                    && (may.isMissingNode() || (may.isArray() && may.valueStream().allMatch(JsonNode::isString)));
            return isShaped
                    ? Optional.of(new NewBoards.Wish(json.path("name").stringValue(),
                            json.path("lan").asBoolean(false), texts(may)))
                    : Optional.empty();
        } catch (JacksonException broken) {
            return Optional.empty();
        }
    }

    private static List<String> texts(JsonNode list) {
        var texts = new ArrayList<String>();
        list.valueStream().forEach(one -> texts.add(one.stringValue()));
        return texts;
    }
}
