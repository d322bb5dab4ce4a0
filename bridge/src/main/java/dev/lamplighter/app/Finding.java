package dev.lamplighter.app;

import java.util.Locale;

/**
 * What a check of the doctor's came to.
 *
 * @param remedy what to do; empty where nothing has to be done
 */
record Finding(String check, Status status, String saw, String remedy) {
    enum Status {
        OK, WARNING, FAILED, SKIPPED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Finding ok(String check, String saw) {
        return new Finding(check, Status.OK, saw, "");
    }

    static Finding skipped(String check, String saw) {
        return new Finding(check, Status.SKIPPED, saw, "");
    }

    static Finding warning(String check, String saw, String remedy) {
        return new Finding(check, Status.WARNING, saw, remedy);
    }

    static Finding failed(String check, String saw, String remedy) {
        return new Finding(check, Status.FAILED, saw, remedy);
    }
}
