package dev.lamplighter.app;

import dev.lamplighter.light.OneLine;
import dev.lamplighter.topics.CommandTopics;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A command to lights from a shell, through the bridge that runs. Status 0 only where all of it was applied. */
@Command(name = "set", mixinStandardHelpOptions = true, versionProvider = Version.class, description = "Commands lights through the bridge that runs.", footer = {
        "", "Such as:", "  lamplighter set all off", "  lamplighter set 'Desk Lamp' 40 color=red transition=2",
        "  lamplighter set group:Office effect.name=breathe effect.period=2", "  lamplighter set scene:Evening on"})
final class SetCommand implements Callable<Integer> {
    @Mixin
    private Common common = new Common();

    @Parameters(index = "0", paramLabel = "TARGET", description = "a light's name, all, any LIFX selector (group:Office, id:d073d5…), or scene:NAME")
    private String target = "";

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "WORD", description = "on, off, toggle, 40, +10, -10, or key=value as in a JSON command")
    private List<String> words = List.of();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** A command as it is published. */
    private record Letter(String topic, ObjectNode payload) {}

    @Override
    public Integer call() throws CannotStart, InterruptedException {
        var whom = Visit.typed(SetTarget.parse(target));
        var what = Visit.typed(SetWords.parse(words));
        var settings = common.settings();
        var topics = new CommandTopics(settings.baseTopic());
        try (var visit = Visit.to(settings, List.of(topics.bridge("lights"), topics.bridge("scenes")))) {
            var letter = letter(visit, whom, what);
            var answer = visit.ask(letter.topic, letter.payload.toString(), settings.control().timeToLive())
                    .orElseThrow(() -> CannotStart.because("the bridge has not answered in time"));
            return tell(SetAnswer.of(answer, labels(visit)));
        }
    }

    private static Letter letter(Visit visit, SetTarget whom, ObjectNode what)
            throws CannotStart, InterruptedException {
        return switch (whom) {
            case SetTarget.Lights(var selector) -> new Letter(visit.topics().select(), what.put("selector", selector));
            case SetTarget.SceneId(var scene) -> new Letter(visit.topics().scene(scene), what);
            case SetTarget.SceneName(var name) ->
                new Letter(visit.topics().scene(SceneList.of(visit).named(name)), what);
        };
    }

    private static Map<String, String> labels(Visit visit) {
        return visit.known(visit.topics().bridge("lights")).stream().flatMap(JsonNode::valueStream)
                .collect(Collectors.toMap(light -> light.path("id").asString(""),
                        light -> OneLine.of(light.path("label").asString("")), (one, _) -> one));
    }

    private int tell(SetAnswer answer) throws CannotStart {
        var out = spec.commandLine().getOut();
        answer.lines().forEach(out::println);
        out.flush();
        if (!answer.applied()) {
            throw CannotStart.because(answer.remark().orElse("not applied"));
        }
        answer.remark().ifPresent(remark -> spec.commandLine().getErr().println("lamplighter: " + remark));
        return 0;
    }
}
