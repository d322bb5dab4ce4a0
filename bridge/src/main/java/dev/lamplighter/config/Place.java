package dev.lamplighter.config;

/**
 * Where something was said.
 *
 * @param origin a file and line, or an environment variable
 * @param key the key on that line; empty where the origin names it already
 * @param order the line, so that problems are told in the order of the file
 */
record Place(String origin, String key, int order) {
    static Place line(String file, int line, String key) {
        return new Place(file + ":" + line, key, line);
    }

    static Place file(String file) {
        return new Place(file, "", 0);
    }

    static Place environment(String variable) {
        return new Place("environment " + variable, "", Integer.MAX_VALUE);
    }

    String where() {
        return key.isEmpty() ? origin : origin + " " + key;
    }
}
