package dev.lamplighter.app;

import dev.lamplighter.topics.CommandTopics;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The lights and what they show, as the bridge that runs tells them. */
@Command(name = "lights", mixinStandardHelpOptions = true, versionProvider = Version.class, description = "Lists the lights and what they show, through the bridge that runs.")
final class LightsCommand implements Callable<Integer> {
    @Mixin
    private Common common = new Common();

    @Option(names = "--json", description = "as JSON, for programs")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws CannotStart, InterruptedException {
        var settings = common.settings();
        var topics = new CommandTopics(settings.baseTopic());
        try (var visit = Visit.to(settings, List.of(topics.bridge("lights"), topics.state("+")))) {
            var lights = lights(visit);
            var out = spec.commandLine().getOut();
            (json ? List.of(lights.toString()) : lines(lights)).forEach(out::println);
            out.flush();
            return 0;
        }
    }

    private static List<String> lines(ArrayNode lights) {
        return lights.isEmpty() ? List.of("The bridge knows of no lights.") : LightTable.of(lights);
    }

    /** The inventory, each light with its state. */
    private static ArrayNode lights(Visit visit) throws CannotStart, InterruptedException {
        var topic = visit.topics().bridge("lights");
        visit.awaitRetained(List.of(topic));
        var told = visit.known(topic)
                .orElseThrow(() -> CannotStart.because("the bridge has not seen any lights yet"));
        visit.awaitRetained(told.valueStream().map(light -> state(visit, light)).toList());
        var lights = JsonNodeFactory.instance.arrayNode();
        for (var light : told) {
            if (light.deepCopy() instanceof ObjectNode whole) {
                visit.known(state(visit, light)).ifPresent(state -> whole.set("state", state));
                lights.add(whole);
            }
        }
        return lights;
    }

    private static String state(Visit visit, JsonNode light) {
        return visit.topics().state(light.path("id").asString(""));
    }
}
