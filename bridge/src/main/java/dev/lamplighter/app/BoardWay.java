package dev.lamplighter.app;

import dev.lamplighter.kit.Kit;
import dev.lamplighter.light.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options about a board's way to the broker. */
final class BoardWay {
    @Option(names = "--tls", description = "over TLS, which is so unless said otherwise")
    private boolean tls;

    @Option(names = "--lan", description = "without TLS, for networks you trust")
    private boolean lan;

    @Option(names = "--host", paramLabel = "NAME", description = "name or address of this machine for the board (default: one that fits)")
    private @Nullable String host;

    @Option(names = "--wifi-ssid", paramLabel = "SSID", description = "the board's Wi-Fi (default: you fill it in)")
    private @Nullable String ssid;

    @Option(names = "--wifi-password-file", paramLabel = "FILE", description = "file with its password")
    private @Nullable Path passwordFile;

    /** @param secured nothing where neither was asked for */
    record Wish(Optional<Boolean> secured, Optional<String> host, Kit.Wifi wifi) {}

    Wish wish() throws CannotStart {
        if (tls && lan) {
            throw CannotStart.wrong("--tls and --lan exclude one another");
        }
        return new Wish(tls || lan ? Optional.of(tls) : Optional.empty(), Optional.ofNullable(host), wifi());
    }

    private Kit.Wifi wifi() throws CannotStart {
        if (passwordFile != null && ssid == null) {
            throw CannotStart.wrong("--wifi-password-file needs --wifi-ssid");
        }
        return ssid == null ? Kit.Wifi.UNKNOWN : new Kit.Wifi(ssid, password());
    }

    private Secret password() throws CannotStart {
        try {
            return new Secret(passwordFile == null ? "" : Files.readString(passwordFile).strip());
        } catch (IOException unreadable) {
            throw CannotStart.wrong("--wifi-password-file: " + Words.of(unreadable));
        }
    }
}
