package dev.lamplighter.web;

/** The kinds of documents that are shown. */
public enum Kind {
    BRIDGE("bridge"), HEALTH("health"), GROUPS("groups"), LOCATIONS("locations"), SCENES("scenes"), LIGHT("light",
            "id"), BOARD("board", "name");

    /** The word for it in the event stream. */
    final String word;
    /** What one of many is known by; empty where there is one only. */
    final String key;

    Kind(String word) {
        this(word, "");
    }

    Kind(String word, String key) {
        this.word = word;
        this.key = key;
    }
}
