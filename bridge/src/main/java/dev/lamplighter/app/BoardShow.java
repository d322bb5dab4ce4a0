package dev.lamplighter.app;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** One board. */
@Command(name = "show", mixinStandardHelpOptions = true, description = "Tells what a board may, where its files are, and whether they open the broker to it.")
final class BoardShow implements Callable<Integer> {
    @Mixin
    private Common common = new Common();

    @Parameters(paramLabel = "NAME", description = "the board's")
    private String name = "";

    @Option(names = "--json", description = "as JSON, for programs")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws CannotStart {
        var board = BoardCommand.at(common.settings(), boards -> boards.look(name));
        var out = spec.commandLine().getOut();
        (json ? List.of(board.json().toString()) : board.lines()).forEach(out::println);
        out.flush();
        return 0;
    }
}
