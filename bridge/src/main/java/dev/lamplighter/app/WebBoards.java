package dev.lamplighter.app;

import dev.lamplighter.config.Settings;
import dev.lamplighter.kit.Kit;
import dev.lamplighter.web.NewBoards;
import dev.lamplighter.web.relay.BoardLogins;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Adds boards for a browser, as {@code board add} does in a shell. Nothing in it names a class of the broker. */
final class WebBoards implements NewBoards {
    private static final List<String> SHOWN = List.of("config.json", "secrets.h", "ca.pem");

    private final Settings settings;

    WebBoards(Settings settings) {
        this.settings = settings;
    }

    /** Those who may call the relay besides the house; nobody where the broker is another's, which keeps its users itself. */
    static BoardLogins logins(Settings settings) {
        try {
            return settings.mqtt().url().isPresent() ? BoardLogins.NONE : new RelayBoards(Brokers.users(settings));
        } catch (NoClassDefFoundError withoutBroker) {
            return BoardLogins.NONE;
        }
    }

    /** One at a time: each looks first whether there is a board of that name. */
    @Override
    public synchronized Made add(Wish wish) {
        try {
            return BoardCommand.at(settings, boards -> {
                if (boards.all().stream().anyMatch(board -> board.name().equals(wish.name()))) {
                    return new Made.There("there is a board '" + wish.name() + "' already");
                }
                boards.add(wish.name(), wish.may(), way(wish));
                return new Made.Board(files(boards.look(wish.name()).folder()));
            });
        } catch (CannotStart refused) {
            var why = Words.of(refused);
            return refused.status() == 2 ? new Made.Wrong(why) : new Made.Failed(why);
        }
    }

    private static BoardWay.Wish way(Wish wish) {
        return new BoardWay.Wish(Optional.of(!wish.lan()), Optional.empty(), Kit.Wifi.UNKNOWN);
    }

    private static Map<String, String> files(Path folder) throws CannotStart {
        var files = new LinkedHashMap<String, String>();
        try {
            for (var name : SHOWN) {
                if (Files.exists(folder.resolve(name))) {
                    files.put(name, Files.readString(folder.resolve(name)));
                }
            }
        } catch (IOException failed) {
            throw CannotStart.because("the board is there, but its files in " + folder + " cannot be read: "
                    + Words.of(failed));
        }
        return files;
    }
}
