package dev.lamplighter.config;

/**
 * One thing that is wrong with the settings. Never holds a secret's value.
 *
 * @param where {@code lamplighter.yml:12 mqtt.url}, or {@code environment LAMPLIGHTER_MQTT_URL}; lines count from 1
 * @param why what was wrong and what is allowed, in one line
 */
public record Problem(String where, String why) {
    public String line() {
        return where + ": " + why;
    }
}
