package dev.lamplighter.mqtt;

import java.io.IOException;

/** The broker ended it, with an MQTT 5 reason code. */
final class BrokerSaidNo extends IOException {
    private final int code;

    BrokerSaidNo(int code) {
        super(ReasonCodes.words(code));
        this.code = code;
    }

    int code() {
        return code;
    }
}
