package dev.lamplighter.app;

import dev.lamplighter.config.Loaded;
import dev.lamplighter.config.SettingsText;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What the settings are and what is wrong with them, without starting anything. */
@Command(name = "config", mixinStandardHelpOptions = true, versionProvider = Version.class, description = "Checks or prints the settings.", subcommands = {
        ConfigCommand.Check.class, ConfigCommand.Print.class})
final class ConfigCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say config check or config print");
    }

    /** Every problem at once, each with its place. */
    @Command(name = "check", mixinStandardHelpOptions = true, description = "Names every problem of the settings, with its place. Status 2 if there is one.")
    static final class Check implements Callable<Integer> {
        @Mixin
        private Common common = new Common();

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() {
            var loaded = common.load();
            var isGood = loaded instanceof Loaded.Good;
            var out = isGood ? spec.commandLine().getOut() : spec.commandLine().getErr();
            out.println(SettingsText.check(loaded));
            return isGood ? 0 : 2;
        }
    }

    /** The settings in force. */
    @Command(name = "print", mixinStandardHelpOptions = true, description = "Prints the settings in force and where each comes from, secrets hidden.")
    static final class Print implements Callable<Integer> {
        @Mixin
        private Common common = new Common();

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() {
            return switch (common.load()) {
                case Loaded.Good good -> {
                    spec.commandLine().getOut().print(SettingsText.print(good));
                    spec.commandLine().getOut().flush();
                    yield 0;
                }
                case Loaded.Bad bad -> {
                    spec.commandLine().getErr().println(SettingsText.check(bad));
                    yield 2;
                }
            };
        }
    }
}
