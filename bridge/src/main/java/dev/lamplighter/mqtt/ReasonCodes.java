package dev.lamplighter.mqtt;

/** MQTT 5 reason codes in words (MQTT 5, 2.4). */
final class ReasonCodes {
    static final int FIRST_FAILURE = 0x80;
    static final int BAD_LOGIN = 0x86;
    static final int NOT_AUTHORIZED = 0x87;
    static final int TAKEN_OVER = 0x8E;

    private ReasonCodes() {}

    static String words(int code) {
        return "%s (0x%02X)".formatted(name(code), code);
    }

    private static String name(int code) {
        return switch (code) {
            case 0x00 -> "no reason given";
            case 0x81 -> "malformed packet";
            case 0x82 -> "protocol error";
            case 0x83 -> "refused for a reason of its own";
            case 0x84 -> "MQTT 5 is not supported";
            case 0x85 -> "the client identifier is not allowed";
            case BAD_LOGIN -> "bad user name or password";
            case NOT_AUTHORIZED -> "not authorized";
            case 0x88 -> "the server is unavailable";
            case 0x89 -> "the server is busy";
            case 0x8A -> "this client is banned";
            case 0x8B -> "the server is shutting down";
            case 0x8C -> "bad authentication method";
            case 0x8D -> "keep-alive timeout";
            case TAKEN_OVER -> "another client took the session over";
            case 0x8F -> "the topic filter is not valid";
            case 0x90 -> "the topic is not valid";
            case 0x91 -> "the packet identifier is in use";
            case 0x93 -> "more messages under way than allowed";
            case 0x95 -> "the packet is too large";
            case 0x96 -> "too many messages";
            case 0x97 -> "quota exceeded";
            case 0x98 -> "ended by an administrator";
            case 0x99 -> "the payload's format is not valid";
            case 0x9A -> "retained messages are not supported";
            case 0x9B -> "the QoS is not supported";
            case 0x9C, 0x9D -> "another server should be used";
            case 0x9F -> "too many connections in a short time";
            case 0xA0 -> "the connection lasted as long as allowed";
            case 0xA2 -> "wildcard subscriptions are not supported";
            default -> "unspecified error";
        };
    }
}
