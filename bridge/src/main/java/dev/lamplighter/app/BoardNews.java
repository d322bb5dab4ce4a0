package dev.lamplighter.app;

import dev.lamplighter.config.Settings;
import dev.lamplighter.kit.Kit;
import dev.lamplighter.kit.QrDrawing;
import java.io.Console;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** What is said of a board's new files, and where wished a code of what is in them. */
final class BoardNews {
    @Option(names = "--qr", negatable = true, description = "draw a QR code of host, port, user and password; only on a terminal unless asked for")
    private @Nullable Boolean qr;

    void tell(CommandSpec spec, Settings settings, Kit kit, BoardSight board) {
        var out = spec.commandLine().getOut();
        out.println("Board " + kit.name() + " has its files in " + board.folder() + ": config.json for MicroPython, "
                + "secrets.h for Arduino" + (kit.authority().isPresent() ? ", ca.pem and ca.der" : ""));
        out.println("  broker       " + kit.broker().url() + ", user " + kit.name());
        out.println("  may command  " + (board.may().isEmpty()
                ? "nothing: it tells what happens, and bindings in lamplighter.yml say what follows (docs/boards.md)"
                : board.granted()));
        if (qr == null ? isTerminal() : qr) {
            draw(out, kit);
        }
        out.flush();
        remarks(spec.commandLine().getErr(), settings, kit);
    }

    private static void draw(PrintWriter out, Kit kit) {
        out.println("  to scan, with the password in it:");
        QrDrawing.lines(kit.essentials().reveal()).forEach(out::println);
    }

    /** What will keep the board from coming in all the same. */
    private static void remarks(PrintWriter err, Settings settings, Kit kit) {
        if (!BoardHost.isReached(kit.broker().host())) {
            err.println("lamplighter: " + kit.broker().host()
                    + " is this machine alone: broker.bind lets no board in");
        }
        if (kit.broker().tls() && kit.authority().isEmpty()) {
            err.println("lamplighter: the CA of your certificate is not in its file: put it into the folder "
                    + "as ca.pem and ca.der");
        }
        if (kit.broker().tls() && settings.broker().tls().clientCa().isPresent()) {
            err.println("lamplighter: broker.client-ca is set, so the board needs a certificate of that CA too");
        }
    }

    /** One that has the blocks it is drawn with. */
    private static boolean isTerminal() {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent()
                && Charset.forName(System.getProperty("stdout.encoding", "US-ASCII")).newEncoder().canEncode('█');
    }
}
