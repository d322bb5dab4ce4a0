package dev.lamplighter.app;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.logging.LogManager;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** Where the words typed in a shell become a command. Exit status: 0 done, 1 it failed, 2 wrong usage or settings. */
@Command(name = "lamplighter", mixinStandardHelpOptions = true, versionProvider = Version.class, description = "Joins LIFX lights to MQTT.", footer = {
        "", "Without a command: run."})
public final class Main implements Runnable {
    private static final Set<String> ABOUT_ITSELF = Set.of("-h", "--help", "-V", "--version");

    /** As the help lists them. */
    private static final List<Class<?>> COMMANDS = List.of(DemoCommand.class, RunCommand.class, BridgeCommand.class,
            BrokerCommand.class, SimulateCommand.class, LightsCommand.class, ScenesCommand.class, SetCommand.class,
            BoardCommand.class, DoctorCommand.class, ConfigCommand.class);

    public static void main(String... words) {
        // Some libraries log past slf4j; what matters of it reaches us as an outcome.
        LogManager.getLogManager().reset();
        var whole = withCommand(words);
        System.exit(commandLine(whole).execute(whole));
    }

    /** Options alone are options of {@code run}. */
    private static String[] withCommand(String... words) {
        var isRun = words.length == 0 || (words[0].startsWith("-") && !ABOUT_ITSELF.contains(words[0]));
        return isRun ? Stream.concat(Stream.of("run"), Stream.of(words)).toArray(String[]::new) : words;
    }

    /** For those words: with the command they name alone, as each that is looked at delays the start; with all where they name none. */
    static CommandLine commandLine(String... words) {
        var line = new CommandLine(new Main());
        var named = COMMANDS.stream().filter(command -> words.length > 0 && words[0].equals(name(command))).toList();
        (named.isEmpty() ? COMMANDS : named).forEach(line::addSubcommand);
        // A step down, such as -10, is a word and no option.
        Optional.ofNullable(line.getSubcommands().get("set"))
                .ifPresent(set -> set.setUnmatchedOptionsArePositionalParams(true));
        return line.setParameterExceptionHandler(Main::wrongUsage).setExecutionExceptionHandler(Main::failed)
                .setCaseInsensitiveEnumValuesAllowed(true);
    }

    private static String name(Class<?> command) {
        return command.getAnnotation(Command.class).name();
    }

    @Override
    public void run() {
        throw new ParameterException(commandLine(), "name a command, such as run or demo");
    }

    private static int wrongUsage(ParameterException wrong, String[] words) {
        var err = wrong.getCommandLine().getErr();
        err.println("lamplighter: " + Words.of(wrong) + " (see "
                + wrong.getCommandLine().getCommandSpec().qualifiedName() + " --help)");
        return 2;
    }

    private static int failed(Exception failure, CommandLine at, CommandLine.ParseResult words) {
        tell(failure, at.getErr());
        if (Common.isVerbose(words)) {
            failure.printStackTrace(at.getErr());
        }
        return failure instanceof CannotStart refused ? refused.status() : 1;
    }

    private static void tell(Exception failure, PrintWriter err) {
        if (failure instanceof CannotStart refused) {
            String.valueOf(refused.getMessage()).lines().forEach(line -> err.println("lamplighter: " + line));
        } else {
            LoggerFactory.getLogger(Main.class).debug("unexpected", failure);
            err.println("lamplighter: a fault in Lamplighter itself: " + failure.getClass().getSimpleName() + ": "
                    + Words.of(failure)
                    + " (--verbose shows more; please report it)");
        }
    }
}
