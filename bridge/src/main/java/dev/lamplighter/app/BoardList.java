package dev.lamplighter.app;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.JsonNodeFactory;

/** All boards. */
@Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the boards, and what is wrong with any.")
final class BoardList implements Callable<Integer> {
    @Mixin
    private Common common = new Common();

    @Option(names = "--json", description = "as JSON, for programs")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws CannotStart {
        var boards = BoardCommand.at(common.settings(), BoardBook::all);
        var out = spec.commandLine().getOut();
        (json ? List.of(json(boards)) : BoardSight.table(boards)).forEach(out::println);
        out.flush();
        return 0;
    }

    private static String json(List<BoardSight> boards) {
        var all = JsonNodeFactory.instance.arrayNode();
        boards.forEach(board -> all.add(board.json()));
        return all.toString();
    }
}
