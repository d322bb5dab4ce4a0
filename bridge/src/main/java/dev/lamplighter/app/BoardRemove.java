package dev.lamplighter.app;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** One board less. */
@Command(name = "remove", mixinStandardHelpOptions = true, description = "Takes a board's login away, within seconds also from a board that is connected, and its files.")
final class BoardRemove implements Callable<Integer> {
    @Mixin
    private Common common = new Common();

    @Parameters(paramLabel = "NAME", description = "the board's")
    private String name = "";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws CannotStart {
        return BoardCommand.at(common.settings(), boards -> {
            var isGone = boards.remove(name);
            var out = spec.commandLine().getOut();
            out.println("Board " + name + " is removed");
            out.flush();
            if (!isGone) {
                spec.commandLine().getErr()
                        .println("lamplighter: what is not ours stays in " + boards.folder(name).path());
            }
            return 0;
        });
    }
}
