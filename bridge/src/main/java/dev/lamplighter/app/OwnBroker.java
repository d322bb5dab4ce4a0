package dev.lamplighter.app;

/**
 * A broker of ours that runs, without naming its classes. Where the bridge is put alone there are none, and the commands are read there all
 * the same: none of them may have a field or a method that names one.
 */
record OwnBroker(int port, Runnable stop) implements AutoCloseable {
    /** The way into {@link Brokers}. */
    interface Start {
        OwnBroker run() throws CannotStart;
    }

    static OwnBroker by(Start start) throws CannotStart {
        try {
            return start.run();
        } catch (NoClassDefFoundError _) {
            throw CannotStart.because("this Lamplighter comes without a broker of its own: use the command bridge, "
                    + "with mqtt.url set to the address of a broker");
        }
    }

    @Override
    public void close() {
        stop.run();
    }
}
