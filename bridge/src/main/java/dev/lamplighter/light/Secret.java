package dev.lamplighter.light;

import org.jspecify.annotations.Nullable;

/** A token or password. It shows nothing when printed; whoever must send it asks for it with {@link #reveal()}. */
public final class Secret {
    private final String value;

    public Secret(String value) {
        this.value = value;
    }

    /** The secret itself; never to be logged, published or put into a message. */
    public String reveal() {
        return value;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Secret secret && secret.value.equals(value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return "(hidden)";
    }
}
