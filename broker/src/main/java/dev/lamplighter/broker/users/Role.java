package dev.lamplighter.broker.users;

import java.util.Arrays;
import java.util.Optional;

/** What kind of client a user is; what follows from it stands in {@code Rules}. */
public enum Role {
    /** Carries out commands and tells of lights. */
    BRIDGE("bridge"),
    /** Has a branch of its own, and the lights it was granted. */
    BOARD("board"),
    /** Commands all lights, and reads all there is. */
    HOME_ASSISTANT("home-assistant"),
    /** Reads all there is. */
    READER("reader"),
    /** Everything. */
    ADMIN("admin");

    private final String word;

    Role(String word) {
        this.word = word;
    }

    /** As it stands in the file of users. */
    public String word() {
        return word;
    }

    public static Optional<Role> of(String word) {
        return Arrays.stream(values()).filter(role -> role.word.equals(word)).findFirst();
    }
}
