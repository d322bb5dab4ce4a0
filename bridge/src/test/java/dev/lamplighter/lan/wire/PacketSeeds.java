package dev.lamplighter.lan.wire;

import dev.lamplighter.light.Seeded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes one packet of each kind into a folder, for the fuzzer to begin with. */
public final class PacketSeeds {
    private PacketSeeds() {}

    public static void main(String... folder) throws IOException {
        var number = 0;
        for (var packet : new RandomMessages(Seeded.of(1)).packets()) {
            Files.write(Path.of(folder[0]).resolve("packet-" + number++), packet.encode());
        }
    }
}
