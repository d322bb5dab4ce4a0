package dev.lamplighter.broker;

import java.nio.file.Path;

/**
 * What lies where in the data folder, and what HiveMQ is told in its config.xml. Pure: nothing is read or written here.
 *
 * @param root the broker's data folder
 */
record HiveMqFiles(Path root) {
    Path conf() {
        return root.resolve("conf");
    }

    Path config() {
        return conf().resolve("config.xml");
    }

    /** HiveMQ's persistence. */
    Path data() {
        return root.resolve("data");
    }

    /** The key stores of the TLS listeners. */
    Path tls() {
        return root.resolve("tls");
    }

    /** HiveMQ extensions of the user's own. */
    Path extensions() {
        return root.resolve("extensions");
    }

    /** Held locked as long as a broker uses the folder. */
    Path lock() {
        return root.resolve("broker.lock");
    }

    /**
     * The text of config.xml. Messages do not expire of themselves, since retained states would too. A keep-alive of 0 is allowed: small
     * MicroPython clients send it.
     *
     * @param listeners by {@link ListenersXml}
     */
    static String configXml(String listeners, Storage storage) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <!-- Written anew at each start: changes made here are lost. -->
                <hivemq>
                    <listeners>
                %s    </listeners>
                %s    <anonymous-usage-statistics>
                        <enabled>false</enabled>
                    </anonymous-usage-statistics>
                    <persistence>
                        <mode>%s</mode>
                    </persistence>
                </hivemq>
                """.formatted(listeners.indent(8), Limits.HOME.xml().indent(4), mode(storage));
    }

    private static String mode(Storage storage) {
        return switch (storage) {
            case FILES -> "file";
            case MEMORY -> "in-memory";
        };
    }
}
