package dev.lamplighter.board;

import java.util.List;
import java.util.Optional;

/** Something on a board that people move. Its number, 1 to 99, is the last level of its topic; buttons and knobs count apart. */
public sealed interface Control {
    int MOST = 99;

    int number();

    /** Its user's word for it. */
    Optional<String> label();

    /** @param presses those it can tell apart */
    record Button(int number, Optional<String> label, List<Press> presses) implements Control {
        public Button {
            check(number);
            presses = List.copyOf(presses);
        }
    }

    record Knob(int number, Optional<String> label) implements Control {
        public Knob {
            check(number);
        }
    }

    private static void check(int number) {
        if (number < 1 || number > MOST) {
            throw new IllegalArgumentException("controls are numbered 1 to " + MOST + ", not " + number);
        }
    }
}
