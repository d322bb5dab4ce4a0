package dev.lamplighter.broker.tls;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/** The JDK as a TLS client that trusts one authority and holds the server to its name. */
public final class Trust {
    private final SSLContext context;

    private Trust(SSLContext context) {
        this.context = context;
    }

    /** @param ca its PEM file */
    public static Trust in(Path ca) throws GeneralSecurityException, IOException, TlsException {
        return in(ca, Optional.empty());
    }

    /** And it shows a certificate of its own. */
    public static Trust as(Path ca, Path certificate, Path key)
            throws GeneralSecurityException, IOException, TlsException {
        return in(ca, Optional.of(new ServerPair(Pem.key(key), Pem.certificates(certificate))));
    }

    private static Trust in(Path ca, Optional<ServerPair> self)
            throws GeneralSecurityException, IOException, TlsException {
        var trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("ca", Pem.certificates(ca).getFirst());
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        var own = KeyStore.getInstance("PKCS12");
        own.load(null, null);
        if (self.isPresent()) {
            own.setKeyEntry("self", self.get().key(), new char[0],
                    self.get().chain().toArray(Certificate[]::new));
        }
        keys.init(own, new char[0]);
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return new Trust(context);
    }

    /** A connection to loopback, its handshake yet to come. */
    public SSLSocket socket(String name, int port) throws IOException {
        var plain = new Socket(InetAddress.getLoopbackAddress(), port);
        plain.setSoTimeout(20_000);
        var socket = (SSLSocket) context.getSocketFactory().createSocket(plain, name, port, true);
        var parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        return socket;
    }

    public SSLContext context() {
        return context;
    }
}
