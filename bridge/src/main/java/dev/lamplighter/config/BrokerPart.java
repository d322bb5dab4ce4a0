package dev.lamplighter.config;

import java.nio.file.Path;

/**
 * What is set of the embedded broker.
 *
 * @param bind the address to listen on
 * @param port 0 to 65535; 0 takes a free port
 * @param data where it keeps retained messages and sessions; the folder need not exist yet
 * @param anonymous whether clients may come in without a login
 */
public record BrokerPart(String bind, int port, Path data, boolean anonymous) {}
