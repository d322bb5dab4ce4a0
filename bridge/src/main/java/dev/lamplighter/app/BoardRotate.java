package dev.lamplighter.app;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Another password. */
@Command(name = "rotate", mixinStandardHelpOptions = true, description = "Gives a board another password. Its files keep what you have put into them.", footer = {
        "", "The old password is shut out within seconds, until the new files are on the board."})
final class BoardRotate implements Callable<Integer> {
    @Mixin
    private Common common = new Common();

    @Mixin
    private BoardWay way = new BoardWay();

    @Mixin
    private BoardNews news = new BoardNews();

    @Parameters(paramLabel = "NAME", description = "the board's")
    private String name = "";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws CannotStart {
        var settings = common.settings();
        var wish = way.wish();
        return BoardCommand.at(settings, boards -> {
            var kit = boards.rotate(name, wish);
            news.tell(spec, settings, kit, boards.look(name));
            return 0;
        });
    }
}
