package dev.lamplighter.light;

/** Whether a light is lit. */
public enum Power {
    ON, OFF;

    public Power opposite() {
        return this == ON ? OFF : ON;
    }
}
