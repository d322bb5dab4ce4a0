package dev.lamplighter.lan;

import dev.lamplighter.light.Light.Kelvins;
import dev.lamplighter.light.Light.Product;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * LIFX's products by their number. The table is made from LIFX's own list by {@code ProductTable} among the tests; what that list does not
 * have yet, or has wrong, stands in a table of its own, kept by hand.
 */
public final class Products {
    private static final String TABLE = "products.tsv";
    private static final String QUIRKS = "quirks.tsv";

    /** What a line says, before any upgrade. */
    private record Row(String name, Set<String> features, Optional<Kelvins> kelvins, List<Upgrade> upgrades) {}

    /** What a product can do, or which whites it has, from a firmware on. */
    private record Upgrade(Firmware from, Optional<Kelvins> kelvins, Optional<String> feature) {}

    private final Map<Integer, Row> rows;

    private Products(Map<Integer, Row> rows) {
        this.rows = rows;
    }

    /** @throws IllegalStateException when a table is not as it has to be */
    public static Products load() {
        var rows = new TreeMap<Integer, Row>();
        read(TABLE, rows);
        read(QUIRKS, rows);
        return new Products(rows);
    }

    /** The numbers of those that are known. */
    public Set<Integer> numbers() {
        return Set.copyOf(rows.keySet());
    }

    /** What it is; careful guesses for one that is newer than our tables, to be corrected by what it says itself. */
    public Model of(int number, Firmware firmware) {
        return Optional.ofNullable(rows.get(number)).map(row -> model(row, firmware))
                .orElseGet(() -> unknown(number));
    }

    /** Nearly all that came in the last years were colour lights; one that has no colours does as well as it can. */
    private static Model unknown(int number) {
        return new Model(new Product("LIFX " + number, true, false, false, false, false, Kelvins.ANY), false, false,
                false, false);
    }

    private static Model model(Row row, Firmware firmware) {
        var kelvins = row.kelvins.orElse(Kelvins.ANY);
        var features = new ArrayList<>(row.features);
        for (var upgrade : row.upgrades) {
            if (firmware.compareTo(upgrade.from) >= 0) {
                kelvins = upgrade.kelvins.orElse(kelvins);
                upgrade.feature.ifPresent(features::add);
            }
        }
        var product = new Product(row.name, features.contains("color"), features.contains("infrared"),
                features.contains("multizone"), features.contains("matrix"), features.contains("hev"), kelvins);
        return new Model(product, features.contains("extended"), features.contains("chain"),
                features.contains("relays"), features.contains("buttons"));
    }

    private static void read(String table, Map<Integer, Row> rows) {
        var stream = Objects.requireNonNull(Products.class.getResourceAsStream(table), table);
        try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#")) {
                    add(line.split("\t", -1), rows);
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (RuntimeException wrong) {
            throw new IllegalStateException("the table " + table + " is not as it has to be", wrong);
        }
    }

    private static void add(String[] columns, Map<Integer, Row> rows) {
        var upgrades = new ArrayList<Upgrade>();
        for (var upgrade : words(columns[4])) {
            var parts = upgrade.split(":", -1);
            var kelvins = kelvins(parts[1]);
            upgrades.add(new Upgrade(Firmware.parse(parts[0]), kelvins,
                    kelvins.isPresent() ? Optional.empty() : Optional.of(parts[1])));
        }
        rows.put(Integer.parseInt(columns[0]),
                new Row(columns[1], Set.copyOf(words(columns[2])), kelvins(columns[3]), upgrades));
    }

    private static List<String> words(String column) {
        return column.isEmpty() ? List.of() : List.of(column.split(" ", -1));
    }

    private static Optional<Kelvins> kelvins(String column) {
        var dash = column.indexOf('-');
        return dash < 0
                ? Optional.empty()
                : Optional.of(new Kelvins(Integer.parseInt(column.substring(0, dash)),
                        Integer.parseInt(column.substring(dash + 1))));
    }
}
