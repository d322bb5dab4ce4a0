package dev.lamplighter.lan.wire;

/** Messages that are nothing but their number. */
public enum Bare implements Message {
    GET_SERVICE(2), GET_HOST_FIRMWARE(14), GET_WIFI_INFO(16), GET_WIFI_FIRMWARE(18), GET_POWER(20), GET_LABEL(
            23), GET_VERSION(32), GET_INFO(34), SET_REBOOT(38), ACKNOWLEDGEMENT(45), GET_LOCATION(48), GET_GROUP(
                    51), GET_COLOR(101), GET_LIGHT_POWER(116), GET_INFRARED(120), GET_HEV_CYCLE(
                            142), GET_HEV_CYCLE_CONFIGURATION(145), GET_LAST_HEV_CYCLE_RESULT(
                                    148), GET_AMBIENT_LIGHT(401), GET_MULTI_ZONE_EFFECT(507), GET_EXTENDED_COLOR_ZONES(
                                            511), GET_DEVICE_CHAIN(701), GET_BUTTONS(905), GET_BUTTON_CONFIG(909);

    private final int type;

    Bare(int type) {
        this.type = type;
    }

    int type() {
        return type;
    }
}
