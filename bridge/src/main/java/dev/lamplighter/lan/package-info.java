/**
 * LIFX LAN over UDP: lights are found by broadcast or by a list, told and looked at one by one. {@code wire} is the pure packet codec,
 * {@link dev.lamplighter.lan.Delivery} decides what is sent when, and one thin socket owns the datagrams.
 */
@NullMarked
package dev.lamplighter.lan;

import org.jspecify.annotations.NullMarked;
