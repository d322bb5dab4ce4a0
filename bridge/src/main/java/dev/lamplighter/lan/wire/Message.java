package dev.lamplighter.lan.wire;

/** What a packet says. Numbers are as on the wire, unsigned, unless a message says otherwise. */
public sealed interface Message
        permits Bare, DeviceMessage, LightMessage, StripMessage, MatrixMessage, SwitchMessage, Message.Unknown {
    /** Of a number that nobody has described yet; what stands in it is not read. */
    record Unknown(int type) implements Message {}
}
