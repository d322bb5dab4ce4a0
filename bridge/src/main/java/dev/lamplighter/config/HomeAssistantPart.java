package dev.lamplighter.config;

import dev.lamplighter.homeassistant.DiscoverySettings.Mode;

/**
 * What is set of Home Assistant.
 *
 * @param prefix the first levels of its discovery topics, without a slash at either end
 */
public record HomeAssistantPart(Mode discovery, String prefix) {}
