/**
 * LIFX LAN over UDP: pure packet codec, discovery, and one thin socket that owns the datagrams. Empty until the LAN way is built.
 */
@NullMarked
package dev.lamplighter.lan;

import org.jspecify.annotations.NullMarked;
