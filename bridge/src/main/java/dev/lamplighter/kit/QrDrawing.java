package dev.lamplighter.kit;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A QR code for a terminal. A line holds two rows of the code, one in the upper and one in the lower halves of its characters. The light
 * parts are drawn and the dark ones left out, as terminals are mostly dark; the readers in phones take the other way round too.
 */
public final class QrDrawing {
    /** What the standard wants around a code, in its squares. */
    private static final int QUIET = 4;

    private QrDrawing() {}

    /** @throws IllegalArgumentException where the text is too long for any code, which is more than 2,000 characters */
    public static List<String> lines(String text) {
        var code = code(text);
        return IntStream.iterate(-QUIET, row -> row < code.getHeight() + QUIET, row -> row + 2)
                .mapToObj(row -> line(code, row)).toList();
    }

    private static ByteMatrix code(String text) {
        try {
            return Encoder.encode(text, ErrorCorrectionLevel.L).getMatrix();
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("too much for a QR code", tooLong);
        }
    }

    private static String line(ByteMatrix code, int row) {
        return IntStream.range(-QUIET, code.getWidth() + QUIET)
                .mapToObj(column -> square(isLight(code, column, row), isLight(code, column, row + 1)))
                .collect(Collectors.joining());
    }

    private static boolean isLight(ByteMatrix code, int column, int row) {
        var inside = column >= 0 && row >= 0 && column < code.getWidth() && row < code.getHeight();
        return !inside || code.get(column, row) == 0;
    }

    private static String square(boolean upper, boolean lower) {
        if (upper) {
            return lower ? "█" : "▀";
        }
        return lower ? "▄" : " ";
    }
}
