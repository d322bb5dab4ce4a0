package dev.lamplighter.bench;

/** Runs the one program that was asked for. */
public final class Main {
    private Main() {}

    public static void main(String... args) throws Exception {
        switch (String.join(" ", args)) {
            case "", "latency" -> Latency.run();
            case "bursts" -> Bursts.run();
            case "house" -> BigHouse.run();
            case "lan" -> LanLatency.run();
            case "lan-house" -> LanHouse.run();
            default -> {
                System.out.println("usage: bench/run [latency | bursts | house | lan | lan-house]");
                System.exit(2);
            }
        }
        // Threads of the broker may linger.
        System.exit(0);
    }
}
