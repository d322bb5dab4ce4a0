package dev.lamplighter.config;

import dev.lamplighter.cloud.CloudSettings;
import dev.lamplighter.control.ControlSettings;
import dev.lamplighter.homeassistant.DiscoverySettings.Mode;
import dev.lamplighter.light.Secret;
import dev.lamplighter.mqtt.MqttSettings;
import dev.lamplighter.web.WebSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One setting: its dotted path, what it may hold, and what holds without it.
 *
 * @param byDefault as it would be written in the file
 */
record Key<T>(String path, Kind<T> kind, Optional<String> byDefault) {
    static final String PREFIX = "LAMPLIGHTER_";

    static final Key<URI> MQTT_URL = key("mqtt.url", Kinds.BROKER_URL);
    static final Key<String> MQTT_USERNAME = key("mqtt.username", Kinds.TEXT);
    static final Key<Secret> MQTT_PASSWORD = key("mqtt.password", Kinds.PASSWORD);
    static final Key<Secret> MQTT_PASSWORD_FILE = key("mqtt.password-file", Kinds.PASSWORD_FILE);
    static final Key<Path> MQTT_CA = key("mqtt.ca", Kinds.READABLE_FILE);
    static final Key<Path> MQTT_CLIENT_CERTIFICATE = key("mqtt.client-certificate", Kinds.READABLE_FILE);
    static final Key<Path> MQTT_CLIENT_KEY = key("mqtt.client-key", Kinds.READABLE_FILE);
    static final Key<String> MQTT_CLIENT_ID = key("mqtt.client-id", Kinds.TEXT, MqttSettings.CLIENT_ID);
    static final Key<String> MQTT_BASE_TOPIC = key("mqtt.base-topic", Kinds.TOPIC_NAME, "lifx");
    static final Key<String> MQTT_BOARDS_TOPIC = key("mqtt.boards-topic", Kinds.TOPIC_NAME, "boards");
    static final Key<Secret> CLOUD_TOKEN = key("cloud.token", Kinds.TOKEN);
    static final Key<Secret> CLOUD_TOKEN_FILE = key("cloud.token-file", Kinds.TOKEN_FILE);
    static final Key<URI> CLOUD_URL = key("cloud.url", Kinds.CLOUD_URL, CloudSettings.LIFX.toString());
    static final Key<Path> CLOUD_CA = key("cloud.ca", Kinds.READABLE_FILE);
    static final Key<Duration> CLOUD_POLL = key("cloud.poll", Kinds.DURATION,
            Durations.text(ControlSettings.DEFAULTS.poll()));
    static final Key<Duration> COMMANDS_TIME_TO_LIVE = key("commands.time-to-live", Kinds.DURATION,
            Durations.text(ControlSettings.DEFAULTS.timeToLive()));
    static final Key<Mode> HOMEASSISTANT_DISCOVERY = key("homeassistant.discovery", Kinds.DISCOVERY, "device");
    static final Key<String> HOMEASSISTANT_PREFIX = key("homeassistant.prefix", Kinds.TOPIC_NAME, "homeassistant");
    static final Key<String> BROKER_BIND = key("broker.bind", Kinds.ADDRESS, "0.0.0.0");
    static final Key<OptionalInt> BROKER_PORT = key("broker.port", Kinds.PORT, "1883");
    static final Key<OptionalInt> BROKER_TLS_PORT = key("broker.tls-port", Kinds.PORT, "8883");
    static final Key<OptionalInt> BROKER_WEBSOCKET_PORT = key("broker.websocket-port", Kinds.PORT, "off");
    static final Key<Path> BROKER_CERTIFICATE = key("broker.certificate", Kinds.READABLE_FILE);
    static final Key<Path> BROKER_CERTIFICATE_KEY = key("broker.certificate-key", Kinds.READABLE_FILE);
    static final Key<Path> BROKER_CLIENT_CA = key("broker.client-ca", Kinds.READABLE_FILE);
    static final Key<List<String>> BROKER_NAMES = key("broker.names", Kinds.NAMES);
    static final Key<Path> BROKER_DATA = key("broker.data", Kinds.FOLDER, "./data/broker");
    static final Key<Boolean> BROKER_ANONYMOUS = key("broker.anonymous", Kinds.FLAG, "false");
    static final Key<String> WEB_BIND = key("web.bind", Kinds.ADDRESS, WebSettings.LOOPBACK);
    static final Key<OptionalInt> WEB_PORT = key("web.port", Kinds.PORT, "8080");
    static final Key<Secret> WEB_PASSWORD = key("web.password", Kinds.PASSWORD);
    static final Key<Secret> WEB_PASSWORD_FILE = key("web.password-file", Kinds.PASSWORD_FILE);
    static final Key<List<String>> WEB_HOSTS = key("web.hosts", Kinds.NAMES);
    static final Key<Path> DATA = key("data", Kinds.FOLDER, "./data");

    /** In the order in which they are shown. */
    static final List<Key<?>> ALL = List.of(MQTT_URL, MQTT_USERNAME, MQTT_PASSWORD, MQTT_PASSWORD_FILE, MQTT_CA,
            MQTT_CLIENT_CERTIFICATE, MQTT_CLIENT_KEY, MQTT_CLIENT_ID, MQTT_BASE_TOPIC, MQTT_BOARDS_TOPIC, CLOUD_TOKEN,
            CLOUD_TOKEN_FILE,
            CLOUD_URL, CLOUD_CA, CLOUD_POLL, COMMANDS_TIME_TO_LIVE, HOMEASSISTANT_DISCOVERY,
            HOMEASSISTANT_PREFIX, BROKER_BIND, BROKER_PORT, BROKER_TLS_PORT, BROKER_WEBSOCKET_PORT,
            BROKER_CERTIFICATE, BROKER_CERTIFICATE_KEY, BROKER_CLIENT_CA, BROKER_NAMES, BROKER_DATA,
            BROKER_ANONYMOUS, WEB_BIND, WEB_PORT, WEB_PASSWORD, WEB_PASSWORD_FILE, WEB_HOSTS, DATA);

    private static <T> Key<T> key(String path, Kind<T> kind) {
        return new Key<>(path, kind, Optional.empty());
    }

    private static <T> Key<T> key(String path, Kind<T> kind, String byDefault) {
        return new Key<>(path, kind, Optional.of(byDefault));
    }

    static Optional<Key<?>> of(List<String> parts) {
        return ALL.stream().filter(key -> key.parts().equals(parts)).findFirst();
    }

    List<String> parts() {
        return List.of(path.split("\\."));
    }

    String variable() {
        return PREFIX + path.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }
}
