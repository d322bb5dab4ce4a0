package dev.lamplighter.broker;

import java.util.List;

/**
 * The libraries of HiveMQ that are no Java. Each start unpacks them into the folder of temporary files and runs them from there, which a file
 * system mounted {@code noexec} refuses. Loaded before HiveMQ does, since HiveMQ would say of it no more than that a class is missing.
 */
final class NativeCode {
    private static final String FOLDER = "java.io.tmpdir";
    private static final String JNA_FOLDER = "jna.tmpdir";
    /** By which HiveMQ looks at the machine; loads its library when it is initialized. */
    private static final String JNA = "com.sun.jna.Native";
    /** In which it keeps retained messages; likewise. */
    private static final String ROCKS_DB = "org.rocksdb.RocksDB";

    private NativeCode() {}

    static void load(Storage storage) throws BrokerException {
        var folder = System.getProperty(FOLDER);
        // One folder for all of it: by itself JNA takes one of the user's home.
        if (System.getProperty(JNA_FOLDER) == null) {
            System.setProperty(JNA_FOLDER, folder);
        }
        for (var library : libraries(storage)) {
            load(library, folder);
        }
    }

    private static List<String> libraries(Storage storage) {
        return switch (storage) {
            case FILES -> List.of(JNA, ROCKS_DB);
            case MEMORY -> List.of(JNA);
        };
    }

    private static void load(String library, String folder) throws BrokerException {
        try {
            Class.forName(library);
        } catch (ClassNotFoundException | LinkageError failed) {
            throw new BrokerException("the broker (HiveMQ) cannot run its native code from " + folder + ": "
                    + HiveMq.words(failed) + "; name a folder that may be written to and run from: "
                    + "LAMPLIGHTER_JAVA_OPTS=-Djava.io.tmpdir=FOLDER", failed);
        }
    }
}
