/**
 * What browsers and HTTP clients see: the dashboard's files, the routes of {@code /api} with their event stream, health pages. It knows
 * documents as text and asks for what it needs through small ports; the relay that speaks LIFX's own HTTP API hangs beside them.
 */
@NullMarked
package dev.lamplighter.web;

import org.jspecify.annotations.NullMarked;
