package dev.lamplighter.broker.tls;

import dev.lamplighter.broker.files.SafeFile;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** The authority's files. The folder comes into being with all of them in it, so it is never half made. */
record AuthorityFolder(Path root) {
    static final String ANEW = "put a copy back, or remove the folder: a new authority is then made, "
            + "whose ca.pem every client needs";

    boolean exists() {
        return Files.exists(root);
    }

    void make(ServerPair authority) throws TlsException {
        try {
            Files.createDirectories(root.toAbsolutePath().getParent());
            var fresh = new AuthorityFolder(root.resolveSibling(root.getFileName() + ".new-" + UUID.randomUUID()));
            fresh.fill(authority);
            fresh.becomes(root);
        } catch (IOException failed) {
            throw new TlsException(
                    "the certificate authority cannot be kept in " + root + ": " + SafeFile.why(failed), failed);
        } catch (CertificateException impossible) {
            throw new TlsException("the authority's certificate cannot be encoded", impossible);
        }
    }

    ServerPair read() throws TlsException {
        try {
            var certificate = Pem.certificates(pem()).getFirst();
            var pair = new ServerPair(Pem.key(key()), List.of(certificate));
            if (!Fit.fits(pair)) {
                throw new TlsException(key() + " is not the key of " + pem());
            }
            keepDer(certificate);
            return pair;
        } catch (TlsException broken) {
            throw new TlsException(
                    "the certificate authority cannot be used: " + broken.getMessage() + "; " + ANEW, broken);
        }
    }

    private void fill(ServerPair authority) throws IOException, CertificateException {
        Files.createDirectory(root);
        SafeFile.writeSecret(key(), Pem.key(authority.key()));
        SafeFile.write(pem(), Pem.certificate(authority.certificate()));
        SafeFile.write(der(), authority.certificate().getEncoded());
    }

    /** Where another process was faster its authority is the one, and this one goes. */
    private void becomes(Path place) throws IOException {
        try {
            Files.move(root, place, ATOMIC_MOVE);
        } catch (IOException failed) {
            for (var file : List.of(key(), pem(), der(), root)) {
                Files.deleteIfExists(file);
            }
            if (!Files.exists(place)) {
                throw failed;
            }
        }
    }

    /** It says what ca.pem says, so nobody need care for it; a folder that may not be written is no reason not to start. */
    private void keepDer(X509Certificate certificate) {
        try {
            var wanted = certificate.getEncoded();
            if (!Files.exists(der()) || !Arrays.equals(Files.readAllBytes(der()), wanted)) {
                SafeFile.write(der(), wanted);
            }
        } catch (IOException | CertificateException readOnly) {
            // What is missing then is told to who looks for it.
            return;
        }
    }

    private Path key() {
        return root.resolve("ca-key.pem");
    }

    private Path pem() {
        return root.resolve("ca.pem");
    }

    private Path der() {
        return root.resolve("ca.der");
    }
}
