package dev.lamplighter.app;

import java.util.concurrent.CountDownLatch;

/**
 * A command that runs until it is told to stop. At SIGINT or SIGTERM everything is closed in reverse and the process ends with status 0,
 * since it did what it was asked to.
 */
final class Service {
    /** What a service consists of: adds each part to {@code closing} as soon as it is started. */
    interface Parts {
        void start(Closing closing) throws CannotStart;
    }

    private Service() {}

    static int run(Parts parts) throws CannotStart, InterruptedException {
        var closing = new Closing();
        var stop = Thread.ofPlatform().name("stop").unstarted(() -> {
            closing.close();
            Runtime.getRuntime().halt(0);
        });
        Runtime.getRuntime().addShutdownHook(stop);
        try {
            parts.start(closing);
        } catch (CannotStart refused) {
            Runtime.getRuntime().removeShutdownHook(stop);
            closing.close();
            throw refused;
        }
        new CountDownLatch(1).await();
        return 0;
    }
}
