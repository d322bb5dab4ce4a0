package dev.lamplighter.light;

import dev.lamplighter.light.LightCommand.Change;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Random words from a seed that is named when a law breaks. */
public record Seeded(RandomGenerator random) {
    private static final int CASES = 500;

    /** Tries a law on many cases, each from a seed of its own. */
    public static void check(Consumer<Seeded> law) {
        for (var seed = 1; seed <= CASES; seed++) {
            try {
                law.accept(of(seed));
            } catch (AssertionError | RuntimeException broken) {
                throw new AssertionError("seed " + seed + ": " + broken.getMessage(), broken);
            }
        }
    }

    public static Seeded of(long seed) {
        return new Seeded(RandomGeneratorFactory.of("L64X128MixRandom").create(seed));
    }

    public Change change() {
        return new Change(maybe(this::power), maybe(this::level), maybe(this::color), maybe(this::level), fade());
    }

    public Power power() {
        return random.nextBoolean() ? Power.ON : Power.OFF;
    }

    public Level level() {
        return new Level(random.nextInt(65536) / 65535.0);
    }

    public Color color() {
        return random.nextBoolean()
                ? new Color.Hue(random.nextDouble(360), 1 - random.nextDouble())
                : new Color.White(random.nextInt(Color.WARMEST, Color.COLDEST + 1));
    }

    public Fade fade() {
        return random.nextBoolean() ? Fade.NONE : Fade.ofSeconds(random.nextInt(100) / 10.0);
    }

    public LightState state() {
        return new LightState(power(), level(), color(), maybe(this::level));
    }

    public LightId id() {
        return new LightId(String.format("d073d5%06x", random.nextInt(1 << 24)));
    }

    public String word() {
        return random.ints(random.nextInt(1, 12), 0x20, 0x500).filter(Character::isLetterOrDigit)
                .collect(StringBuilder::new,
                        StringBuilder::appendCodePoint, StringBuilder::append)
                .append('x').toString();
    }

    public <T> Optional<T> maybe(Supplier<T> value) {
        return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
    }
}
