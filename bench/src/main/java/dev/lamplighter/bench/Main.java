package dev.lamplighter.bench;

/** Runs the one program that was asked for. */
public final class Main {
    private Main() {}

    public static void main(String... args) throws Exception {
        switch (args.length == 0 ? "latency" : args[0]) {
            case "latency" -> Latency.run();
            case "bursts" -> Bursts.run();
            case "house" -> BigHouse.run();
            case "lan" -> LanLatency.run();
            case "page" -> PageLoad.run();
            case "lan-house" -> LanHouse.run();
            case "crowd" -> Crowd.run();
            case "kills" -> exitUnless(Kills.run(args.length > 1 ? Integer.parseInt(args[1]) : 5));
            default -> {
                System.out.println(
                        "usage: bench/run [latency | bursts | house | lan | lan-house | page | crowd | kills [TIMES]]");
                System.exit(2);
            }
        }
        // Threads of the broker may linger.
        System.exit(0);
    }

    private static void exitUnless(boolean well) {
        if (!well) {
            System.exit(1);
        }
    }
}
