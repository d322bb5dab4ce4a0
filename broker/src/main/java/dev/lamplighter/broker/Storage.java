package dev.lamplighter.broker;

/** Where the broker keeps retained messages, sessions and what waits for their clients. */
public enum Storage {
    /** On disk, in the data folder: everything is there again after a restart or a crash of the process. */
    FILES,
    /** In memory: faster to start and smaller, and gone with the process. */
    MEMORY
}
