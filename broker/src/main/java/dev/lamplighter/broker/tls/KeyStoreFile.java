package dev.lamplighter.broker.tls;

import dev.lamplighter.broker.files.SafeFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The form in which HiveMQ takes keys and authorities: PKCS#12, looked at by it every ten seconds and loaded when it changed. */
record KeyStoreFile(Path file) {
    /** HiveMQ needs one, and it would lie in clear in config.xml beside it: the file's own rights are what protects the key. */
    static final String PASSWORD = "lamplighter";
    private static final String SERVER = "server";

    void write(ServerPair pair) throws TlsException {
        save(store -> store.setKeyEntry(SERVER, pair.key(), PASSWORD.toCharArray(),
                pair.chain().toArray(Certificate[]::new)));
    }

    void write(List<X509Certificate> authorities) throws TlsException {
        save(store -> {
            for (var i = 0; i < authorities.size(); i++) {
                store.setCertificateEntry("client-ca-" + i, authorities.get(i));
            }
        });
    }

    /** Nothing where there is none, or none that can be used: it is made anew then. */
    Optional<ServerPair> read() {
        try (var in = Files.newInputStream(file)) {
            var store = KeyStore.getInstance("PKCS12");
            store.load(in, PASSWORD.toCharArray());
            var chain = store.getCertificateChain(SERVER);
            return store.getKey(SERVER, PASSWORD.toCharArray()) instanceof PrivateKey key && chain != null
                    ? Optional.of(new ServerPair(key,
                            Arrays.stream(chain).map(X509Certificate.class::cast).toList()))
                    : Optional.empty();
        } catch (IOException | GeneralSecurityException absentOrDamaged) {
            return Optional.empty();
        }
    }

    private interface Filling {
        void fill(KeyStore store) throws GeneralSecurityException;
    }

    private void save(Filling filling) throws TlsException {
        try {
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            filling.fill(store);
            var bytes = new ByteArrayOutputStream();
            store.store(bytes, PASSWORD.toCharArray());
            Files.createDirectories(file.toAbsolutePath().getParent());
            SafeFile.writeSecret(file, bytes.toByteArray());
        } catch (IOException failed) {
            throw new TlsException("the broker's key cannot be kept in " + file + ": " + SafeFile.why(failed), failed);
        } catch (GeneralSecurityException impossible) {
            throw new TlsException("the broker's key cannot be kept: " + impossible.getMessage(), impossible);
        }
    }
}
