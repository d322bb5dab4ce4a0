package dev.lamplighter.app;

import dev.lamplighter.boards.Binding;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Bindings as JSON, in the shape in which the settings have them. Pure. */
final class BindingJson {
    private static final JsonMapper JSON = new JsonMapper();

    private BindingJson() {}

    static String of(List<Binding> bindings) {
        var all = JSON.createArrayNode();
        for (var binding : bindings) {
            var json = all.addObject();
            var when = json.putObject("when");
            switch (binding.when()) {
                case Binding.When.Pressed(var board, var button, var press) ->
                    when.put("board", board).put("button", button).put("event", press.word());
                case Binding.When.Turned(var board, var knob) -> when.put("board", board).put("knob", knob);
            }
            json.putObject("do").put("target", binding.target()).set("command", command(binding.command()));
        }
        return all.toString();
    }

    private static JsonNode command(String text) {
        try {
            return text.startsWith("{") ? JSON.readTree(text) : JSON.getNodeFactory().stringNode(text);
        } catch (JacksonException broken) {
            return JSON.getNodeFactory().stringNode(text);
        }
    }
}
