/**
 * Home Assistant's MQTT discovery documents and JSON light schema. Empty until discovery is built.
 */
@NullMarked
package dev.lamplighter.homeassistant;

import org.jspecify.annotations.NullMarked;
