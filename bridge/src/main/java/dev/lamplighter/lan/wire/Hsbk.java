package dev.lamplighter.lan.wire;

/**
 * A colour in the 16-bit words of the wire.
 *
 * @param hue 0 to 65535 for one turn
 * @param saturation 0 to 65535
 * @param brightness 0 to 65535
 * @param kelvin 1500 to 9000; 0 is told by saturated zones and never to be sent
 */
public record Hsbk(int hue, int saturation, int brightness, int kelvin) {
    static final int BYTES = 8;

    static Hsbk read(Input in) {
        return new Hsbk(in.u16(), in.u16(), in.u16(), in.u16());
    }

    void write(Output out) {
        out.u16(hue).u16(saturation).u16(brightness).u16(kelvin);
    }
}
