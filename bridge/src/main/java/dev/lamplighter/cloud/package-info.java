/**
 * LIFX Cloud over HTTPS: pure mapping of requests and replies, and one thin client that owns the connection.
 */
@NullMarked
package dev.lamplighter.cloud;

import org.jspecify.annotations.NullMarked;
