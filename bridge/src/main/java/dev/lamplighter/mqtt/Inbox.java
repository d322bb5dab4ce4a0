package dev.lamplighter.mqtt;

/** Takes what comes in. */
public interface Inbox {
    /** Called on the network's thread, one delivery at a time, in the order of arrival. It must neither block nor throw. */
    void received(Delivery delivery);
}
