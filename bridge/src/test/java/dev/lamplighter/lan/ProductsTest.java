package dev.lamplighter.lan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamplighter.light.Light.Kelvins;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

final class ProductsTest {
    private static final Firmware OLD = new Firmware(1, 0);
    private static final Firmware NEW = new Firmware(4, 10);

    private final Products products = Products.load();

    @Test
    void products_allOfLifxsList_areKnown() {
        assertThat(products.numbers()).hasSizeGreaterThan(137).contains(1, 27, 55, 225);
        for (var number : products.numbers()) {
            for (var firmware : new Firmware[]{OLD, NEW}) {
                var model = products.of(number, firmware);
                assertThat(model.product().name()).as("%d", number).isNotBlank();
                assertThat(model.product().kelvin().least()).as("%d", number).isBetween(1_500, 2_700);
                assertThat(model.extended() && !model.product().multizone() && number != 72).as("%d", number).isFalse();
                assertThat(model.chain() && !model.product().matrix()).as("%d", number).isFalse();
            }
        }
    }

    @Test
    void product_withNewerFirmware_canMore() {
        assertThat(products.of(32, new Firmware(2, 76)).extended()).isFalse();
        assertThat(products.of(32, new Firmware(2, 77)).extended()).isTrue();
        assertThat(products.of(32, new Firmware(2, 79)).product().kelvin()).isEqualTo(new Kelvins(2_500, 9_000));
        assertThat(products.of(32, new Firmware(2, 80)).product().kelvin()).isEqualTo(new Kelvins(1_500, 9_000));
        assertThat(products.of(32, new Firmware(10, 0)).extended()).isTrue();
    }

    @Test
    void kinds_areToldApart() {
        assertThat(products.of(10, NEW).product().color()).isFalse();
        assertThat(products.of(29, NEW).product().infrared()).isTrue();
        assertThat(products.of(90, NEW).product().hev()).isTrue();
        assertThat(products.of(55, NEW)).satisfies(tile -> {
            assertThat(tile.product().matrix()).isTrue();
            assertThat(tile.chain()).isTrue();
        });
        assertThat(products.of(70, NEW)).satisfies(each -> {
            assertThat(each.relays()).isTrue();
            assertThat(each.buttons()).isTrue();
        });
    }

    @Test
    void product_newerThanOurTables_isTakenForAColourLight() {
        var model = products.of(9_999, NEW);
        assertThat(model.product().name()).isEqualTo("LIFX 9999");
        assertThat(model.product().color()).isTrue();
        assertThat(model.product().kelvin()).isEqualTo(Kelvins.ANY);
    }

    @Test
    void table_isMadeOfTheFactsOfAList() {
        var list = new JsonMapper().readTree(
                """
                        [{"vid":1,"products":[
                         {"pid":7,"name":"Lamp","features":{"color":true,"chain":false,"temperature_range":[2500,9000]},
                          "upgrades":[{"major":2,"minor":80,"features":{"temperature_range":[1500,9000],"extended_multizone":true}}]},
                         {"pid":8,"name":"Switch","features":{"relays":true,"buttons":true},"upgrades":[]}]}]""");
        assertThat(ProductTable.of(list)).endsWith("""
                7\tLamp\tcolor\t2500-9000\t2.80:1500-9000 2.80:extended
                8\tSwitch\trelays buttons\t\t
                """);
    }
}
