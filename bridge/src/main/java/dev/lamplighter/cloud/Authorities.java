package dev.lamplighter.cloud;

import dev.lamplighter.light.Parsed;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import okhttp3.tls.HandshakeCertificates;

/** The certificate authorities of a PEM file, to be trusted instead of the public ones. */
final class Authorities {
    private static final String KEY = "cloud.ca";

    private Authorities() {}

    static Parsed<HandshakeCertificates> read(Path file) {
        try {
            return trusting(file, CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(Files.readAllBytes(file))));
        } catch (NoSuchFileException _) {
            return Parsed.rejected(KEY, "there is no file " + file);
        } catch (AccessDeniedException _) {
            return Parsed.rejected(KEY, "the file " + file + " may not be read by this user");
        } catch (IOException _) {
            return Parsed.rejected(KEY, "the file " + file + " cannot be read");
        } catch (CertificateException _) {
            return Parsed.rejected(KEY, "the file " + file + " is not made of certificates in PEM form");
        }
    }

    private static Parsed<HandshakeCertificates> trusting(Path file, Collection<? extends Certificate> certificates) {
        if (certificates.isEmpty()) {
            return Parsed.rejected(KEY, "the file " + file + " holds no certificate in PEM form");
        }
        var trust = new HandshakeCertificates.Builder();
        certificates.forEach(certificate -> trust.addTrustedCertificate((X509Certificate) certificate));
        return Parsed.accepted(trust.build());
    }
}
