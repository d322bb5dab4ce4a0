package dev.lamplighter.control;

/** A kind of way to a light. */
public enum Via {
    LAN, CLOUD
}
