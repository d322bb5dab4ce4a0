package dev.lamplighter.kit;

/** The three lines that lie beside a board's files. */
final class KitReadme {
    private KitReadme() {}

    static String of(Kit kit) {
        return """
                MicroPython: put your Wi-Fi into `config.json`, copy it %sto the board.
                Arduino and ESP-IDF: put your Wi-Fi into `secrets.h`%s, and the file beside your sketch.
                These files hold the password of board %s: keep them to yourself; `./lamplighter board rotate %s` makes another.
                """
                .formatted(copied(kit), kit.broker().tls() && kit.authority().isEmpty() ? ", your CA too" : "",
                        kit.name(), kit.name());
    }

    private static String copied(Kit kit) {
        if (!kit.broker().tls()) {
            return "";
        }
        return kit.authority().isPresent() ? "and `ca.der` " : "and, as `ca.der`, your broker's CA certificate ";
    }
}
