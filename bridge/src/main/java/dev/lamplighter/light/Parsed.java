package dev.lamplighter.light;

import java.util.function.Function;

/** What became of reading something from outside: a value, or where and why it was turned away. */
public sealed interface Parsed<T> {
    record Accepted<T>(T value) implements Parsed<T> {}

    /** @param where the key or part that is wrong, in the sender's own words */
    record Rejected<T>(String where, String why) implements Parsed<T> {
        public String line() {
            return where + ": " + why;
        }
    }

    static <T> Parsed<T> accepted(T value) {
        return new Accepted<>(value);
    }

    static <T> Parsed<T> rejected(String where, String why) {
        return new Rejected<>(where, why);
    }

    default <R> Parsed<R> then(Function<? super T, Parsed<R>> next) {
        return switch (this) {
            case Accepted<T>(var value) -> next.apply(value);
            case Rejected<T>(var where, var why) -> new Rejected<>(where, why);
        };
    }
}
