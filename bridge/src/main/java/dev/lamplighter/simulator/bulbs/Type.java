package dev.lamplighter.simulator.bulbs;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The messages of LIFX's LAN protocol, with the numbers and the payload lengths in bytes that it gives them. */
public enum Type {
    GET_SERVICE(2, 0), STATE_SERVICE(3, 5), GET_HOST_FIRMWARE(14, 0), STATE_HOST_FIRMWARE(15, 20), GET_WIFI_INFO(16,
            0), STATE_WIFI_INFO(17, 14), GET_WIFI_FIRMWARE(18, 0), STATE_WIFI_FIRMWARE(19, 20), //
    GET_POWER(20, 0), SET_POWER(21, 2), STATE_POWER(22, 2), GET_LABEL(23, 0), SET_LABEL(24, 32), STATE_LABEL(25, 32), //
    GET_VERSION(32, 0), STATE_VERSION(33, 12), GET_INFO(34, 0), STATE_INFO(35, 24), SET_REBOOT(38, 0), //
    ACKNOWLEDGEMENT(45, 0), GET_LOCATION(48, 0), SET_LOCATION(49, 56), STATE_LOCATION(50, 56), //
    GET_GROUP(51, 0), SET_GROUP(52, 56), STATE_GROUP(53, 56), ECHO_REQUEST(58, 64), ECHO_RESPONSE(59, 64), //
    LIGHT_GET(101, 0), SET_COLOR(102, 13), SET_WAVEFORM(103, 21), LIGHT_STATE(107, 52), //
    GET_LIGHT_POWER(116, 0), SET_LIGHT_POWER(117, 6), STATE_LIGHT_POWER(118, 2), SET_WAVEFORM_OPTIONAL(119, 25), //
    GET_INFRARED(120, 0), STATE_INFRARED(121, 2), SET_INFRARED(122, 2), //
    GET_HEV_CYCLE(142, 0), SET_HEV_CYCLE(143, 5), STATE_HEV_CYCLE(144, 9), //
    GET_HEV_CYCLE_CONFIGURATION(145, 0), SET_HEV_CYCLE_CONFIGURATION(146, 5), STATE_HEV_CYCLE_CONFIGURATION(147, 5), //
    GET_LAST_HEV_CYCLE_RESULT(148, 0), STATE_LAST_HEV_CYCLE_RESULT(149, 1), STATE_UNHANDLED(223, 2), //
    SET_COLOR_ZONES(501, 15), GET_COLOR_ZONES(502, 2), STATE_ZONE(503, 10), STATE_MULTI_ZONE(506, 66), //
    GET_MULTI_ZONE_EFFECT(507, 0), SET_MULTI_ZONE_EFFECT(508, 59), STATE_MULTI_ZONE_EFFECT(509, 59), //
    SET_EXTENDED_COLOR_ZONES(510, 664), GET_EXTENDED_COLOR_ZONES(511, 0), STATE_EXTENDED_COLOR_ZONES(512, 661), //
    GET_DEVICE_CHAIN(701, 0), STATE_DEVICE_CHAIN(702, 882), SET_USER_POSITION(703, 11), //
    GET_64(707, 6), STATE_64(711, 517), SET_64(715, 522), COPY_FRAME_BUFFER(716, 15), //
    GET_TILE_EFFECT(718, 2), SET_TILE_EFFECT(719, 188), STATE_TILE_EFFECT(720, 187), //
    GET_R_POWER(816, 1), SET_R_POWER(817, 3), STATE_R_POWER(818, 3);

    private static final Map<Integer, Type> BY_NUMBER = Arrays.stream(values())
            .collect(Collectors.toUnmodifiableMap(Type::number, Function.identity()));

    private final int number;
    private final int length;

    Type(int number, int length) {
        this.number = number;
        this.length = length;
    }

    public int number() {
        return number;
    }

    int length() {
        return length;
    }

    static Optional<Type> of(int number) {
        return Optional.ofNullable(BY_NUMBER.get(number));
    }
}
