package dev.lamplighter.lan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes our table of products from the facts of LIFX's own list, products.json of its repository {@code products}. To be run by hand when
 * that has changed; its first argument is the list, its second the table, which is products.tsv among the resources:
 *
 * <pre>
 * ./mvnw -q -pl bridge -am -DskipTests package
 * java -cp "bridge/target/test-classes:bridge/target/lib/*" dev.lamplighter.lan.ProductTable products.json \
 *     bridge/src/main/resources/dev/lamplighter/lan/products.tsv
 * </pre>
 */
final class ProductTable {
    private static final String HEAD = """
            # Made by ProductTable from LIFX's list of products; what is wrong with it belongs into quirks.tsv.
            # number, name, what it can do, whites in K, and from which firmware on it has what more
            """;
    private static final List<String> FEATURES = List.of("color", "infrared", "hev", "multizone", "matrix", "chain",
            "relays", "buttons");

    private ProductTable() {}

    public static void main(String... files) throws IOException {
        Files.writeString(Path.of(files[1]), of(new JsonMapper().readTree(Files.readString(Path.of(files[0])))));
    }

    static String of(JsonNode list) {
        var lines = new StringBuilder(HEAD);
        for (var vendor : list) {
            for (var product : vendor.path("products")) {
                lines.append(line(product)).append('\n');
            }
        }
        return lines.toString();
    }

    private static String line(JsonNode product) {
        return String.join("\t", product.path("pid").asString(), product.path("name").asString(),
                features(product.path("features")), kelvins(product.path("features")).orElse(""),
                upgrades(product.path("upgrades")));
    }

    private static String features(JsonNode features) {
        var words = new ArrayList<>(
                FEATURES.stream().filter(feature -> features.path(feature).asBoolean(false)).toList());
        if (features.path("extended_multizone").asBoolean(false)) {
            words.add("extended");
        }
        return String.join(" ", words);
    }

    private static Optional<String> kelvins(JsonNode features) {
        var range = features.path("temperature_range");
        return range.size() == 2 ? Optional.of(range.path(0).asInt() + "-" + range.path(1).asInt()) : Optional.empty();
    }

    private static String upgrades(JsonNode upgrades) {
        var words = new ArrayList<String>();
        for (var upgrade : upgrades) {
            var from = upgrade.path("major").asInt() + "." + upgrade.path("minor").asInt() + ":";
            kelvins(upgrade.path("features")).ifPresent(range -> words.add(from + range));
            if (upgrade.path("features").path("extended_multizone").asBoolean(false)) {
                words.add(from + "extended");
            }
        }
        return String.join(" ", words);
    }
}
