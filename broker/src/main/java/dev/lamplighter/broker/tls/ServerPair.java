package dev.lamplighter.broker.tls;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * What the broker shows and proves. Printed it shows no key.
 *
 * @param chain the server's own certificate first, and at least that
 */
record ServerPair(PrivateKey key, List<X509Certificate> chain) {
    ServerPair {
        chain = List.copyOf(chain);
    }

    X509Certificate certificate() {
        return chain.getFirst();
    }

    @Override
    public String toString() {
        return "ServerPair[" + certificate().getSubjectX500Principal() + "]";
    }
}
