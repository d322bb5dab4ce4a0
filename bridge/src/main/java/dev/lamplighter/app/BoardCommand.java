package dev.lamplighter.app;

import dev.lamplighter.config.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Who boards are to our own broker, whether it runs or not: a running one sees the change by itself. */
@Command(name = "board", mixinStandardHelpOptions = true, versionProvider = Version.class, description = "Gives boards a login to the broker, and the files for their firmware.", subcommands = {
        BoardAdd.class, BoardList.class, BoardShow.class, BoardRotate.class, BoardRemove.class})
final class BoardCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say board add, list, show, rotate or remove");
    }

    /** What is done with boards, in terms of no broker's class. */
    interface Deed<T> {
        T with(BoardBook boards) throws CannotStart;
    }

    static <T> T at(Settings settings, Deed<T> deed) throws CannotStart {
        if (settings.mqtt().url().isPresent()) {
            throw CannotStart.wrong("mqtt.url names another broker, whose users are not made here; "
                    + "docs/brokers.md tells what a board needs there");
        }
        try {
            return deed.with(new BoardBook(settings));
        } catch (NoClassDefFoundError _) {
            throw CannotStart.because("this Lamplighter comes without a broker of its own, so it has no users: "
                    + "use the command board where the broker is");
        }
    }
}
