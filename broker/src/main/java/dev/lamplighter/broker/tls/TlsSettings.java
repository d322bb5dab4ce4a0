package dev.lamplighter.broker.tls;

import java.nio.file.Path;
import java.util.Optional;

/**
 * @param identity what the broker shows to its clients
 * @param clientCa a PEM file of authorities. Where it is given a client has to show a certificate of one of them, and its login is asked
 *        for all the same
 */
public record TlsSettings(Identity identity, Optional<Path> clientCa) {}
