package dev.lamplighter.broker.tls;

import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Date;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Makes keys and certificates: ECDSA over P-256 throughout, which costs a board the least memory. */
final class Issuing {
    /** A board's clock begins at 2000-01-01, and with these it need not know the time before it can verify. */
    static final Instant BEGIN = Instant.parse("1999-12-31T00:00:00Z");
    private static final String SIGNATURE = "SHA256withECDSA";
    private static final int SERIAL_BITS = 127;

    private final SecureRandom random;

    Issuing(SecureRandom random) {
        this.random = random;
    }

    KeyPair key() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"), random);
        return generator.generateKeyPair();
    }

    X509Certificate authority(KeyPair pair, Instant end) throws GeneralSecurityException, IOException {
        var name = new X500Name("CN=Lamplighter CA " + Fingerprint.of(pair.getPublic().getEncoded()).substring(0, 11));
        var builder = builder(name, name, pair.getPublic(), end);
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        return signed(builder, pair.getPrivate());
    }

    X509Certificate server(X509Certificate authority, PrivateKey key, PublicKey server, Ticket ticket)
            throws GeneralSecurityException, IOException {
        var issuer = X500Name.getInstance(authority.getSubjectX500Principal().getEncoded());
        var builder = builder(issuer, new X500Name("CN=Lamplighter broker"), server, ticket.end());
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
        builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
        builder.addExtension(Extension.authorityKeyIdentifier, false,
                new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(authority.getPublicKey()));
        builder.addExtension(Extension.subjectAlternativeName, false, alternatives(ticket.names()));
        return signed(builder, key);
    }

    /** What a certificate is made out to, and until when. */
    record Ticket(Names names, Instant end) {}

    private X509v3CertificateBuilder builder(X500Name issuer, X500Name subject, PublicKey key, Instant end)
            throws GeneralSecurityException, IOException {
        var serial = new BigInteger(SERIAL_BITS, random).setBit(SERIAL_BITS - 1);
        var builder = new JcaX509v3CertificateBuilder(issuer, serial, Date.from(BEGIN), Date.from(end), subject, key);
        return builder.addExtension(Extension.subjectKeyIdentifier, false,
                new JcaX509ExtensionUtils().createSubjectKeyIdentifier(key));
    }

    private static GeneralNames alternatives(Names names) {
        return new GeneralNames(Stream.concat(
                names.hosts().stream().map(host -> new GeneralName(GeneralName.dNSName, host)),
                names.addresses().stream().map(InetAddress::getHostAddress)
                        .map(address -> new GeneralName(GeneralName.iPAddress, address)))
                .toArray(GeneralName[]::new));
    }

    private X509Certificate signed(X509v3CertificateBuilder builder, PrivateKey key) throws GeneralSecurityException {
        try {
            var signer = new JcaContentSignerBuilder(SIGNATURE).setSecureRandom(random).build(key);
            return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
        } catch (OperatorCreationException failed) {
            throw new GeneralSecurityException(failed);
        }
    }
}
