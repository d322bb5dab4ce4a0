/**
 * Reads file and environment into the rooms' settings and reports every problem at once, with its place.
 */
@NullMarked
package dev.lamplighter.config;

import org.jspecify.annotations.NullMarked;
