package dev.lamplighter.broker.tls;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import java.security.Signature;

/** Whether a key belongs to a certificate: what it signs, the certificate must confirm. */
final class Fit {
    private static final byte[] SAMPLE = "does this key fit?".getBytes(US_ASCII);

    private Fit() {}

    static boolean fits(ServerPair pair) {
        try {
            var signing = Signature
                    .getInstance("SHA256with" + (pair.key().getAlgorithm().equals("EC") ? "ECDSA" : "RSA"));
            signing.initSign(pair.key());
            signing.update(SAMPLE);
            var signature = signing.sign();
            signing.initVerify(pair.certificate().getPublicKey());
            signing.update(SAMPLE);
            return signing.verify(signature);
        } catch (GeneralSecurityException otherKind) {
            return false;
        }
    }
}
