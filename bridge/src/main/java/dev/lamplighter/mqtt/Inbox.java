package dev.lamplighter.mqtt;

/** Takes in what arrives. Called on the network's thread, which must not wait. */
public interface Inbox {
    void received(Delivery delivery);
}
