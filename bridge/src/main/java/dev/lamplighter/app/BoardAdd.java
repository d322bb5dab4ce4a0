package dev.lamplighter.app;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A new board. */
@Command(name = "add", mixinStandardHelpOptions = true, description = "Makes a login for a new board, and a folder of files for its firmware.", footer = {
        "", "Such as:", "  lamplighter board add hall --may 'label:Desk Lamp' --may group:Office",
        "  lamplighter board add attic --lan --wifi-ssid Home --wifi-password-file wifi.txt"})
final class BoardAdd implements Callable<Integer> {
    @Mixin
    private Common common = new Common();

    @Mixin
    private BoardWay way = new BoardWay();

    @Mixin
    private BoardNews news = new BoardNews();

    @Parameters(paramLabel = "NAME", description = "1 to 32 letters, digits, - and _; also the level of its topics")
    private String name = "";

    @Option(names = "--may", paramLabel = "WHAT", description = "what it may command and see: light:ID, label:…, group:…, location:…, scene:UUID or all; may be given again (default: nothing, it only tells what happens at it)")
    private List<String> may = List.of();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws CannotStart {
        var settings = common.settings();
        var wish = way.wish();
        return BoardCommand.at(settings, boards -> {
            var kit = boards.add(name, may, wish);
            news.tell(spec, settings, kit, boards.look(name));
            return 0;
        });
    }
}
