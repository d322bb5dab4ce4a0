/**
 * Home Assistant's MQTT discovery documents and JSON light schema.
 */
@NullMarked
package dev.lamplighter.homeassistant;

import org.jspecify.annotations.NullMarked;
