/**
 * The MQTT session: connect, come back, subscribe, publish, last will. It knows bytes and topics, not lights.
 */
@NullMarked
package dev.lamplighter.mqtt;

import org.jspecify.annotations.NullMarked;
