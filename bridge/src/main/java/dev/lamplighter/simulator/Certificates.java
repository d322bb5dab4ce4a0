package dev.lamplighter.simulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Optional;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/** The simulator's own certificate authority and the server's certificate: ECDSA on P-256. */
final class Certificates {
    private static final Instant FROM = Instant.parse("2020-01-01T00:00:00Z");
    private static final Instant EXPIRED = Instant.parse("2021-01-01T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2049-12-31T00:00:00Z");

    private Certificates() {}

    /** The authority kept in {@code folder}, made there on first use; without a folder a new one. */
    static HeldCertificate authority(Optional<Path> folder) throws IOException {
        if (folder.isEmpty()) {
            return newAuthority();
        }
        var certificate = folder.get().resolve("ca.pem");
        var key = folder.get().resolve("ca-key.pem");
        if (Files.exists(certificate) && Files.exists(key)) {
            return read(certificate, key);
        }
        var authority = newAuthority();
        Files.createDirectories(folder.get());
        writePrivately(key, authority.privateKeyPkcs8Pem());
        Files.writeString(certificate, authority.certificatePem());
        return authority;
    }

    static HandshakeCertificates server(HeldCertificate authority, SimulatorSettings.Validity validity) {
        var until = switch (validity) {
            case VALID -> UNTIL;
            case EXPIRED -> EXPIRED;
        };
        var server = new HeldCertificate.Builder().ecdsa256().commonName("Simulated LIFX Cloud")
                .addSubjectAlternativeName("localhost").addSubjectAlternativeName("127.0.0.1")
                .addSubjectAlternativeName("::1").validityInterval(FROM.toEpochMilli(), until.toEpochMilli())
                .signedBy(authority).build();
        return new HandshakeCertificates.Builder().heldCertificate(server).build();
    }

    private static HeldCertificate newAuthority() {
        return new HeldCertificate.Builder().ecdsa256().commonName("Lamplighter simulator CA").certificateAuthority(0)
                .validityInterval(FROM.toEpochMilli(), UNTIL.toEpochMilli()).build();
    }

    private static HeldCertificate read(Path certificate, Path key) throws IOException {
        try {
            return HeldCertificate.decode(Files.readString(certificate) + Files.readString(key));
        } catch (IllegalArgumentException e) {
            throw new IOException(certificate + " and " + key + " are not a certificate and its key", e);
        }
    }

    private static void writePrivately(Path file, String text) throws IOException {
        Files.deleteIfExists(file);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(file, text);
    }
}
