package dev.lamplighter.broker.tls;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.SequencedSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Host names and addresses under which a server is reached.
 *
 * @param hosts in lower case
 * @param addresses without scopes
 */
record Names(SequencedSet<String> hosts, SequencedSet<InetAddress> addresses) {
    private static final int DNS = 2;
    private static final int IP = 7;
    /** What may stand in a certificate; a machine can be called otherwise, but nobody finds it under that name. */
    private static final String HOST = "(\\*\\.)?[A-Za-z0-9_]([A-Za-z0-9_-]*[A-Za-z0-9_])?(\\.[A-Za-z0-9_]([A-Za-z0-9_-]*[A-Za-z0-9_])?)*";

    static Names of(Collection<String> names) {
        var hosts = new LinkedHashSet<String>();
        var addresses = new LinkedHashSet<InetAddress>();
        for (var name : names) {
            try {
                addresses.add(plain(InetAddress.ofLiteral(name)));
            } catch (IllegalArgumentException noAddress) {
                if (name.matches(HOST)) {
                    hosts.add(name.toLowerCase(Locale.ROOT));
                }
            }
        }
        return new Names(hosts, addresses);
    }

    /** Those a certificate is made out to. */
    static Names in(X509Certificate certificate) {
        try {
            var names = certificate.getSubjectAlternativeNames();
            return of(names == null ? List.of() : names.stream().flatMap(Names::text).toList());
        } catch (CertificateParsingException unreadable) {
            return of(List.of());
        }
    }

    private static Stream<String> text(List<?> name) {
        return name.get(0) instanceof Integer kind && (kind == DNS || kind == IP)
                ? Stream.of(String.valueOf(name.get(1)))
                : Stream.empty();
    }

    Names and(Names more) {
        return of(Stream.concat(texts().stream(), more.texts().stream()).toList());
    }

    /** Those of them that the other ones lack. */
    List<String> missingIn(Names others) {
        var missing = new ArrayList<>(texts());
        missing.removeAll(others.texts());
        return missing;
    }

    List<String> texts() {
        return Stream.concat(hosts.stream(), addresses.stream().map(InetAddress::getHostAddress)).toList();
    }

    @Override
    public String toString() {
        return texts().stream().collect(Collectors.joining(", "));
    }

    private static InetAddress plain(InetAddress address) {
        try {
            return InetAddress.getByAddress(address.getAddress());
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("an address of a wrong length", impossible);
        }
    }
}
