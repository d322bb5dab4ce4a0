/**
 * The dashboard, its event stream, and the relay that speaks LIFX's HTTP API on the local network. Empty until they are built.
 */
@NullMarked
package dev.lamplighter.web;

import org.jspecify.annotations.NullMarked;
