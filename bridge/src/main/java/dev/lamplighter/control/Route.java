package dev.lamplighter.control;

/** A way and how it fares. */
record Route(Way way, Line line) {}
