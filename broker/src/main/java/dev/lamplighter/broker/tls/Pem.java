package dev.lamplighter.broker.tls;

import dev.lamplighter.broker.files.SafeFile;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;

/** PEM files, with plain words where one is not what it should be. */
final class Pem {
    private static final int LINE = 64;

    private Pem() {}

    static byte[] certificate(X509Certificate certificate) throws CertificateException {
        return text("CERTIFICATE", certificate.getEncoded());
    }

    static byte[] key(PrivateKey key) {
        return text("PRIVATE KEY", key.getEncoded());
    }

    private static byte[] text(String kind, byte[] content) {
        var lines = Base64.getMimeEncoder(LINE, new byte[]{'\n'}).encodeToString(content);
        return ("-----BEGIN " + kind + "-----\n" + lines + "\n-----END " + kind + "-----\n").getBytes(US_ASCII);
    }

    /** All certificates of the file, of which there is at least one, in its order. */
    static List<X509Certificate> certificates(Path file) throws TlsException {
        var certificates = new ArrayList<X509Certificate>();
        for (var part : parts(file)) {
            if (part instanceof X509CertificateHolder holder) {
                certificates.add(certificate(file, holder));
            }
        }
        if (certificates.isEmpty()) {
            throw new TlsException(file + " holds no certificate (PEM: -----BEGIN CERTIFICATE-----)");
        }
        return certificates;
    }

    /** The first private key of the file. */
    static PrivateKey key(Path file) throws TlsException {
        for (var part : parts(file)) {
            switch (part) {
                case PrivateKeyInfo info -> {
                    return key(file, info);
                }
                case PEMKeyPair pair -> {
                    return key(file, pair.getPrivateKeyInfo());
                }
                case PKCS8EncryptedPrivateKeyInfo _,PEMEncryptedKeyPair _ ->
                    throw new TlsException("the key in " + file + " is encrypted; give it without a password");
                default -> {
                    // A certificate in the same file, or the curve's parameters that OpenSSL puts before a key.
                }
            }
        }
        throw new TlsException(file + " holds no private key (PEM: -----BEGIN PRIVATE KEY-----)");
    }

    private static X509Certificate certificate(Path file, X509CertificateHolder holder) throws TlsException {
        try {
            return new JcaX509CertificateConverter().getCertificate(holder);
        } catch (CertificateException damaged) {
            throw new TlsException("a certificate in " + file + " is damaged: " + damaged.getMessage(), damaged);
        }
    }

    /** The cause is left out: what a parser says of a key could quote it. */
    private static PrivateKey key(Path file, PrivateKeyInfo info) throws TlsException {
        try {
            return KeyFactory.getInstance(algorithm(file, info))
                    .generatePrivate(new PKCS8EncodedKeySpec(info.getEncoded()));
        } catch (GeneralSecurityException | IOException damaged) {
            throw new TlsException("the key in " + file + " is damaged or of an unusual kind");
        }
    }

    private static String algorithm(Path file, PrivateKeyInfo info) throws TlsException {
        var algorithm = info.getPrivateKeyAlgorithm().getAlgorithm();
        if (algorithm.equals(X9ObjectIdentifiers.id_ecPublicKey)) {
            return "EC";
        }
        if (algorithm.equals(PKCSObjectIdentifiers.rsaEncryption)) {
            return "RSA";
        }
        throw new TlsException("the key in " + file + " is neither EC nor RSA");
    }

    private static List<Object> parts(Path file) throws TlsException {
        var parts = new ArrayList<Object>();
        try (var reader = Files.newBufferedReader(file); var parser = new PEMParser(reader)) {
            for (var part = parser.readObject(); part != null; part = parser.readObject()) {
                parts.add(part);
            }
            return parts;
        } catch (IOException | UncheckedIOException | IllegalArgumentException | IllegalStateException broken) {
            throw unreadable(file, broken);
        }
    }

    private static TlsException unreadable(Path file, Exception broken) {
        var isThere = Files.isRegularFile(file) && Files.isReadable(file);
        return isThere || !(broken instanceof IOException failed)
                ? new TlsException(file + " is damaged, or no PEM file")
                : new TlsException(file + " cannot be read: "
                        + (Files.isDirectory(file) ? "it is a folder" : SafeFile.why(failed)));
    }
}
