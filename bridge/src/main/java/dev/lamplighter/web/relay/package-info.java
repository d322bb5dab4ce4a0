/**
 * LIFX's HTTP API, spoken to whoever calls on the local network: answered from what is known, carried out through {@code control}. Knows no
 * server: {@link dev.lamplighter.web.relay.Relay} makes a reply of a request, and whoever serves hands them over.
 */
@NullMarked
package dev.lamplighter.web.relay;

import org.jspecify.annotations.NullMarked;
