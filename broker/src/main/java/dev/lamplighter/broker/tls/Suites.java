package dev.lamplighter.broker.tls;

import java.util.List;
import java.util.stream.Stream;

/** The versions and cipher suites the broker speaks, the first one that the client has being taken. */
public final class Suites {
    public static final List<String> VERSIONS = List.of("TLSv1.3", "TLSv1.2");

    private static final List<String> TLS_1_3 = List.of("TLS_AES_128_GCM_SHA256", "TLS_AES_256_GCM_SHA384",
            "TLS_CHACHA20_POLY1305_SHA256");
    /**
     * AES with 128 bits first: the small chips have it in hardware, and SHA-256 too. The mbedTLS of every stock firmware knows both, so
     * none of its weaker ones (CBC, static keys, RSA key exchange) is needed.
     */
    private static final List<String> TLS_1_2_EC = List.of("TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
            "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384");
    private static final List<String> TLS_1_2_RSA = List.of("TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
            "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384");

    private Suites() {}

    /** A user's certificate may hold either kind of key, and another kind after the next change of its file; ours is always EC. */
    public static List<String> of(Identity identity) {
        return switch (identity) {
            case Identity.Own _ -> joined(Stream.of(TLS_1_3, TLS_1_2_EC));
            case Identity.Given _ -> joined(Stream.of(TLS_1_3, TLS_1_2_EC, TLS_1_2_RSA));
        };
    }

    private static List<String> joined(Stream<List<String>> suites) {
        return suites.flatMap(List::stream).toList();
    }
}
