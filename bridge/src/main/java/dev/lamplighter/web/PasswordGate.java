package dev.lamplighter.web;

import dev.lamplighter.light.Secret;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The one password of the page and of the relay. Whoever guesses is slowed down, wherever he does it: each address has a few tries at once,
 * then few. Safe to call from any thread.
 */
public final class PasswordGate {
    private final Optional<Password> password;
    private final Tries tries;

    /** @param plain without one nobody is asked for it */
    public PasswordGate(Optional<Secret> plain, SecureRandom random, InstantSource clock) {
        password = plain.map(it -> new Password(it, random));
        tries = new Tries(clock);
    }

    /** What came of a try. */
    public sealed interface Tried<T> {
        record Right<T>(T who) implements Tried<T> {}

        record Wrong<T>() implements Tried<T> {}

        /** There was none: too many were wrong. */
        record Later<T>(Duration pause) implements Tried<T> {}
    }

    public boolean isLocked() {
        return password.isPresent();
    }

    /** Whether that is the password; no try is taken. Takes some 0.2 s of one core. */
    public boolean opens(String said) {
        return password.isPresent() && password.get().matches(said);
    }

    /** Takes a try of an address. {@code look} says whom it lets in. */
    public <T> Tried<T> attempt(String address, Supplier<Optional<T>> look) {
        var wait = tries.take(address);
        if (!wait.isZero()) {
            return new Tried.Later<>(wait);
        }
        var who = look.get();
        who.ifPresent(_ -> tries.forgive(address));
        return who.<Tried<T>>map(Tried.Right::new).orElseGet(Tried.Wrong::new);
    }
}
