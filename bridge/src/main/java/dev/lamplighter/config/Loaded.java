package dev.lamplighter.config;

import java.util.List;
import java.util.Optional;

/** What came of reading the settings. */
public sealed interface Loaded {
    /**
     * @param source which file was read and how much the environment added, for people
     * @param origins every key, in the order of the published schema
     */
    record Good(Settings settings, String source, List<Origin> origins) implements Loaded {}

    /** @param problems at least one; those of the file first, by line */
    record Bad(List<Problem> problems) implements Loaded {}

    /**
     * One setting in force and where it came from.
     *
     * @param value as text, {@code (hidden)} for a secret, a full path for a file; empty where nothing is set
     * @param from {@code default}, {@code lamplighter.yml:12} or {@code environment LAMPLIGHTER_MQTT_URL}
     */
    record Origin(String key, Optional<String> value, String from) {}
}
