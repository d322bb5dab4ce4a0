package dev.lamplighter.broker.tls;

import java.nio.file.Path;
import java.util.List;

/** Where the certificate comes from that the broker shows to its clients. */
public sealed interface Identity {
    /**
     * A certificate of our own {@link Authority}, made and renewed by itself for every name and address of this machine.
     *
     * @param authority the folder of the authority; made where it is missing
     * @param names further host names and addresses under which clients reach the broker
     */
    record Own(Path authority, List<String> names) implements Identity {
        public Own {
            names = List.copyOf(names);
        }
    }

    /**
     * A certificate of the user's, read again when its files change.
     *
     * @param certificate PEM: the broker's certificate first, then those between it and its root
     * @param key PEM, EC or RSA, PKCS#8 or the older form, not encrypted
     */
    record Given(Path certificate, Path key) implements Identity {}
}
