package dev.lamplighter.kit;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code secrets.h}, for firmware in C++. Pure. */
final class SecretsHeader {
    private static final List<String> THE_USERS = List.of("WIFI_SSID", "WIFI_PASSWORD");

    private SecretsHeader() {}

    /**
     * @param ca the authority's certificate in PEM
     * @param before the file as it is, whose two lines about Wi-Fi are kept unless the kit has some
     */
    static String of(Kit kit, Optional<String> ca, Optional<String> before) {
        var wifi = kit.wifi().equals(Kit.Wifi.UNKNOWN) ? before.flatMap(SecretsHeader::wifi) : Optional.<String>empty();
        return """
                // Board %s. Made by ./lamplighter board, which keeps the two lines about Wi-Fi and writes the others anew.
                #pragma once

                #include <stdint.h>

                %s

                %s
                constexpr uint16_t MQTT_PORT = %d;
                constexpr bool MQTT_TLS = %b;
                %s
                """
                .formatted(kit.name(), wifi.orElseGet(() -> text("WIFI_SSID", kit.wifi().ssid()) + "\n"
                        + text("WIFI_PASSWORD", kit.wifi().password().reveal())),
                        text("MQTT_HOST", kit.broker().host()),
                        kit.broker().port(), kit.broker().tls(), rest(kit, ca));
    }

    private static String rest(Kit kit, Optional<String> ca) {
        return Stream.of(text("MQTT_USERNAME", kit.name()), text("MQTT_PASSWORD", kit.password().reveal()),
                text("BASE_TOPIC", kit.topics().base()), text("BOARDS_TOPIC", kit.topics().boards()),
                line("MQTT_CA", CText.raw(ca.orElse(""))))
                .collect(Collectors.joining("\n"));
    }

    private static String text(String name, String value) {
        return line(name, CText.quoted(value));
    }

    private static String line(String name, String literal) {
        return "constexpr char " + name + "[] = " + literal + ";";
    }

    private static Optional<String> wifi(String before) {
        var lines = THE_USERS.stream().map(name -> lineOf(name, before)).flatMap(Optional::stream).toList();
        return lines.size() == THE_USERS.size() ? Optional.of(String.join("\n", lines)) : Optional.empty();
    }

    private static Optional<String> lineOf(String name, String text) {
        var line = Pattern.compile("^.*\\b" + name + "\\b.*$", Pattern.MULTILINE).matcher(text);
        return line.find() ? Optional.of(line.group()) : Optional.empty();
    }
}
