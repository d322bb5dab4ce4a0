package dev.lamplighter.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class QrDrawingTest {
    private static final int SCALE = 4;

    /** Photographed, as it were, from a dark terminal and read by a reader of codes. */
    @ParameterizedTest
    @ValueSource(strings = {"mqtts://hall:Zm9vYmFyYmF6Zm9vYmFyYmF6@192.168.1.5:8883", "x",
            "mqtt://a_b-c:pw@[fd00::5]:1883"})
    void drawing_seenByAReader_saysTheText(String text) throws Exception {
        var lines = QrDrawing.lines(text);
        assertThat(lines.stream().map(String::length).distinct()).hasSize(1);
        var seen = new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(photograph(lines))));
        assertThat(seen.getText()).isEqualTo(text);
        assertThat(seen.getBarcodeFormat()).isEqualTo(BarcodeFormat.QR_CODE);
    }

    @Test
    void drawing_ofABoardsEssentials_fitsATerminal() {
        var longest = Kits.of(new Endpoint("lamplighter.home.example", 18_883, true), "x".repeat(24),
                Optional.empty(), Kit.Wifi.UNKNOWN).essentials().reveal();
        var lines = QrDrawing.lines(longest);
        assertThat(lines).hasSizeLessThanOrEqualTo(24).allMatch(line -> line.length() <= 80);
    }

    @Test
    void drawing_ofMoreThanACodeHolds_isRefused() {
        assertThatThrownBy(() -> QrDrawing.lines("x".repeat(5_000))).isInstanceOf(IllegalArgumentException.class);
    }

    private static RGBLuminanceSource photograph(List<String> lines) {
        var width = lines.getFirst().length();
        var pixels = new int[width * SCALE * lines.size() * 2 * SCALE];
        for (var at = 0; at < pixels.length; at++) {
            var column = at % (width * SCALE) / SCALE;
            var row = at / (width * SCALE) / SCALE;
            pixels[at] = isLit(lines.get(row / 2).charAt(column), row % 2 == 0) ? 0xffffff : 0;
        }
        return new RGBLuminanceSource(width * SCALE, lines.size() * 2 * SCALE, pixels);
    }

    private static boolean isLit(char block, boolean upper) {
        return block == '█' || block == (upper ? '▀' : '▄');
    }
}
