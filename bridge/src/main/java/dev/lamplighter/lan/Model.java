package dev.lamplighter.lan;

import dev.lamplighter.light.Light.Product;

/**
 * What a kind of device can do at a state of its firmware.
 *
 * @param product what a light of it can do
 * @param extended whether all zones of a strip can be told in one message
 * @param chain whether several matrices can hang together
 * @param relays whether it switches other things, and is no light itself
 * @param buttons whether it has some
 */
public record Model(Product product, boolean extended, boolean chain, boolean relays, boolean buttons) {}
