/**
 * LIFX's datagrams: header and messages to bytes and back, by LIFX's own description of the protocol. Pure: no socket, no clock. What newer
 * firmware adds is passed over; what is cut short, garbled or foreign is no packet.
 */
@NullMarked
package dev.lamplighter.lan.wire;

import org.jspecify.annotations.NullMarked;
