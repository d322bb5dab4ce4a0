package dev.lamplighter.config;

import dev.lamplighter.boards.Binding;
import dev.lamplighter.cloud.CloudSettings;
import dev.lamplighter.control.ControlSettings;
import dev.lamplighter.light.Secret;
import dev.lamplighter.mqtt.MqttSettings;
import dev.lamplighter.web.WebSettings;
import java.util.List;
import java.util.Optional;

/** Puts values into the rooms' records. It reads every key even after a problem, so that all are told at once. */
final class Binder {
    private final Values values;

    Binder(Values values) {
        this.values = values;
    }

    /** @param bindings read by {@link BindingList} */
    Settings bind(List<Binding> bindings) {
        values.settle(Key.MQTT_PASSWORD, Key.MQTT_PASSWORD_FILE);
        values.settle(Key.CLOUD_TOKEN, Key.CLOUD_TOKEN_FILE);
        values.settle(Key.WEB_PASSWORD, Key.WEB_PASSWORD_FILE);
        var base = tree(Key.MQTT_BASE_TOPIC);
        var boards = tree(Key.MQTT_BOARDS_TOPIC);
        var prefix = tree(Key.HOMEASSISTANT_PREFIX);
        keepApart(base, boards);
        keepApart(base, prefix);
        keepApart(boards, prefix);
        return new Settings(mqtt(), base.topic, cloud(), control(), broker(), new BoardsPart(boards.topic, bindings),
                new HomeAssistantPart(values.get(Key.HOMEASSISTANT_DISCOVERY), prefix.topic), values.get(Key.DATA),
                web());
    }

    /** All topics that begin with one. */
    private record Tree(Key<String> key, String topic) {
        boolean isWithin(Tree other) {
            return (topic + "/").startsWith(other.topic + "/");
        }
    }

    private Tree tree(Key<String> key) {
        return new Tree(key, values.get(key));
    }

    /** In one tree the bridge would take what it says itself for a command, a press or a light. */
    private void keepApart(Tree one, Tree other) {
        if (one.isWithin(other) || other.isWithin(one)) {
            var isOther = values.has(other.key);
            var told = isOther ? other : one;
            var beside = isOther ? one : other;
            values.refuse(told.key, "`" + told.topic + "` and `" + beside.topic + "`, which is `" + beside.key.path()
                    + "`, have to be apart: neither may be the other or lie inside it");
        }
    }

    private MqttPart mqtt() {
        return new MqttPart(values.find(Key.MQTT_URL), values.get(Key.MQTT_CLIENT_ID), login(), tls());
    }

    private Optional<MqttSettings.Login> login() {
        var hasPassword = values.has(Key.MQTT_PASSWORD) || values.has(Key.MQTT_PASSWORD_FILE);
        values.need(Key.MQTT_USERNAME, Key.MQTT_PASSWORD, hasPassword);
        values.need(Key.MQTT_PASSWORD, Key.MQTT_USERNAME, values.has(Key.MQTT_USERNAME));
        values.need(Key.MQTT_PASSWORD_FILE, Key.MQTT_USERNAME, values.has(Key.MQTT_USERNAME));
        var password = either(Key.MQTT_PASSWORD, Key.MQTT_PASSWORD_FILE);
        return values.find(Key.MQTT_USERNAME)
                .flatMap(name -> password.map(secret -> new MqttSettings.Login(name, secret)));
    }

    private MqttSettings.Tls tls() {
        values.need(Key.MQTT_CLIENT_CERTIFICATE, Key.MQTT_CLIENT_KEY, values.has(Key.MQTT_CLIENT_KEY));
        values.need(Key.MQTT_CLIENT_KEY, Key.MQTT_CLIENT_CERTIFICATE, values.has(Key.MQTT_CLIENT_CERTIFICATE));
        return new MqttSettings.Tls(values.find(Key.MQTT_CA), values.find(Key.MQTT_CLIENT_CERTIFICATE),
                values.find(Key.MQTT_CLIENT_KEY));
    }

    private Optional<CloudSettings> cloud() {
        var url = values.get(Key.CLOUD_URL);
        var ca = values.find(Key.CLOUD_CA);
        return either(Key.CLOUD_TOKEN, Key.CLOUD_TOKEN_FILE).map(token -> new CloudSettings(token, url, ca));
    }

    private Optional<Secret> either(Key<Secret> plain, Key<Secret> file) {
        var fromFile = values.find(file);
        return values.find(plain).or(() -> fromFile);
    }

    private ControlSettings control() {
        return new ControlSettings(values.get(Key.COMMANDS_TIME_TO_LIVE), values.get(Key.CLOUD_POLL));
    }

    private Optional<WebSettings> web() {
        var bind = values.get(Key.WEB_BIND);
        var port = values.get(Key.WEB_PORT);
        var password = either(Key.WEB_PASSWORD, Key.WEB_PASSWORD_FILE);
        var hosts = values.find(Key.WEB_HOSTS).orElse(List.of());
        var isGiven = values.has(Key.WEB_PASSWORD) || values.has(Key.WEB_PASSWORD_FILE);
        if (port.isPresent() && !isGiven && !WebSettings.isLoopback(bind)) {
            values.refuse(Key.WEB_BIND, "other machines than this one come in at `" + bind
                    + "`, so this needs `web.password` or `web.password-file` too");
        }
        return port.isPresent()
                ? Optional.of(new WebSettings(bind, port.getAsInt(), password, hosts))
                : Optional.empty();
    }

    private BrokerPart broker() {
        return new BrokerPart(ports(), brokerTls(), values.get(Key.BROKER_DATA), values.get(Key.BROKER_ANONYMOUS));
    }

    private BrokerPart.Ports ports() {
        var ports = new BrokerPart.Ports(values.get(Key.BROKER_BIND), values.get(Key.BROKER_PORT),
                values.get(Key.BROKER_TLS_PORT), values.get(Key.BROKER_WEBSOCKET_PORT));
        if (ports.plain().isEmpty() && ports.tls().isEmpty() && ports.websocket().isEmpty()) {
            values.refuse(Key.BROKER_PORT, "the other ports are off too; the broker has to listen on one of them");
        }
        return ports;
    }

    private BrokerPart.Tls brokerTls() {
        values.need(Key.BROKER_CERTIFICATE, Key.BROKER_CERTIFICATE_KEY, values.has(Key.BROKER_CERTIFICATE_KEY));
        values.need(Key.BROKER_CERTIFICATE_KEY, Key.BROKER_CERTIFICATE, values.has(Key.BROKER_CERTIFICATE));
        var key = values.find(Key.BROKER_CERTIFICATE_KEY);
        var given = values.find(Key.BROKER_CERTIFICATE)
                .flatMap(certificate -> key.map(its -> new BrokerPart.Given(certificate, its)));
        return new BrokerPart.Tls(given, values.find(Key.BROKER_CLIENT_CA),
                values.find(Key.BROKER_NAMES).orElse(List.of()));
    }
}
