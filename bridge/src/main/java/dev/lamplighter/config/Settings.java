package dev.lamplighter.config;

import dev.lamplighter.cloud.CloudSettings;
import dev.lamplighter.control.ControlSettings;
import java.nio.file.Path;
import java.util.Optional;

/**
 * All settings, checked.
 *
 * @param baseTopic without a slash at either end
 * @param cloud empty without a token: the cloud is off
 * @param data the folder for certificates, credentials and the last known lights; it need not exist yet
 */
public record Settings(MqttPart mqtt, String baseTopic, Optional<CloudSettings> cloud, ControlSettings control,
        BrokerPart broker, BoardsPart boards, Path data) {}
