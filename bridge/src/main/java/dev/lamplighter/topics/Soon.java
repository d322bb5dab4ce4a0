package dev.lamplighter.topics;

import dev.lamplighter.control.Timer;
import java.time.Duration;

/** Does something once when what goes on at the moment is over, however often it is asked for meanwhile. Owned by the owner's thread. */
final class Soon {
    private final Timer timer;
    private final Runnable task;
    private boolean asked;

    Soon(Timer timer, Runnable task) {
        this.timer = timer;
        this.task = task;
    }

    void ask() {
        if (!asked) {
            asked = true;
            timer.after(Duration.ZERO, () -> {
                asked = false;
                task.run();
            });
        }
    }
}
