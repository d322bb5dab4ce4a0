package dev.lamplighter.app;

import dev.lamplighter.topics.CommandTopics;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The scenes of the account, as the bridge that runs tells them. */
@Command(name = "scenes", mixinStandardHelpOptions = true, versionProvider = Version.class, description = "Lists the scenes, through the bridge that runs.")
final class ScenesCommand implements Callable<Integer> {
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
        try (var visit = Visit.to(settings, List.of(topics.bridge("scenes")))) {
            var scenes = SceneList.json(visit);
            var out = spec.commandLine().getOut();
            (json ? List.of(scenes.toString()) : SceneList.of(scenes).table()).forEach(out::println);
            out.flush();
            return 0;
        }
    }
}
