package dev.lamplighter.mqtt;

import dev.lamplighter.light.Parsed;
import dev.lamplighter.mqtt.MqttSettings.Tls;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import okhttp3.tls.Certificates;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/** TLS from PEM files. They are read for each connection, so that a renewed certificate needs no restart. */
final class PemTls {
    private PemTls() {}

    static Parsed<HandshakeCertificates> read(Tls tls) {
        return trusted(tls.ca()).then(trust -> held(tls).then(held -> {
            var certificates = new HandshakeCertificates.Builder();
            if (trust.isEmpty()) {
                certificates.addPlatformTrustedCertificates();
            }
            trust.forEach(certificates::addTrustedCertificate);
            held.ifPresent(own -> certificates.heldCertificate(own.certificate(),
                    own.chain().toArray(X509Certificate[]::new)));
            return Parsed.accepted(certificates.build());
        }));
    }

    private record Held(HeldCertificate certificate, List<X509Certificate> chain) {}

    private static Parsed<List<X509Certificate>> trusted(Optional<Path> ca) {
        return ca.map(file -> text("mqtt.ca", file).then(pem -> certificates("mqtt.ca", file, pem)))
                .orElseGet(() -> Parsed.accepted(List.of()));
    }

    private static Parsed<Optional<Held>> held(Tls tls) {
        if (tls.clientCertificate().isEmpty() && tls.clientKey().isEmpty()) {
            return Parsed.accepted(Optional.empty());
        }
        if (tls.clientCertificate().isEmpty() || tls.clientKey().isEmpty()) {
            return Parsed.rejected("mqtt.client-certificate",
                    "needs mqtt.client-key beside it, and the other way round");
        }
        var certificate = tls.clientCertificate().get();
        var key = tls.clientKey().get();
        return text("mqtt.client-certificate", certificate)
                .then(pem -> certificates("mqtt.client-certificate", certificate, pem))
                .then(chain -> text("mqtt.client-key", key).then(pem -> held(key, chain, pem)));
    }

    private static Parsed<Optional<Held>> held(Path key, List<X509Certificate> chain, String keyPem) {
        try {
            var own = HeldCertificate.decode(Certificates.certificatePem(chain.getFirst()) + keyPem);
            return Parsed.accepted(Optional.of(new Held(own, chain.subList(1, chain.size()))));
        } catch (IllegalArgumentException notAKey) {
            return Parsed.rejected("mqtt.client-key",
                    key + " holds no private key in PKCS#8 PEM (BEGIN PRIVATE KEY, RSA or EC)");
        }
    }

    private static Parsed<List<X509Certificate>> certificates(String setting, Path file, String pem) {
        try {
            var found = CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.UTF_8))).stream()
                    .map(X509Certificate.class::cast).toList();
            return found.isEmpty() ? noCertificate(setting, file) : Parsed.accepted(found);
        } catch (GeneralSecurityException unreadable) {
            return noCertificate(setting, file);
        }
    }

    private static Parsed<List<X509Certificate>> noCertificate(String setting, Path file) {
        return Parsed.rejected(setting, file + " holds no certificate in PEM (BEGIN CERTIFICATE)");
    }

    private static Parsed<String> text(String setting, Path file) {
        try {
            return Parsed.accepted(Files.readString(file, StandardCharsets.ISO_8859_1));
        } catch (NoSuchFileException missing) {
            return Parsed.rejected(setting, file + ": no such file");
        } catch (IOException unreadable) {
            return Parsed.rejected(setting, file + " cannot be read");
        }
    }
}
