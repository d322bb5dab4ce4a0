package dev.lamplighter.config;

import dev.lamplighter.cloud.CloudSettings;
import dev.lamplighter.control.ControlSettings;
import dev.lamplighter.web.WebSettings;
import java.nio.file.Path;
import java.util.Optional;

/**
 * All settings, checked.
 *
 * @param baseTopic without a slash at either end
 * @param cloud empty without a token: the cloud is off
 * @param data the folder for certificates, credentials and the last known lights; it need not exist yet
 * @param web empty where the page is off
 */
public record Settings(MqttPart mqtt, String baseTopic, Optional<CloudSettings> cloud, ControlSettings control,
        BrokerPart broker, BoardsPart boards, HomeAssistantPart homeAssistant, Path data,
        Optional<WebSettings> web) {}
