package dev.lamplighter.lan.wire;

import java.util.List;

/** What lights with a matrix speak of, one or several in a chain. Durations are in milliseconds, those of effects in nanoseconds. */
public sealed interface MatrixMessage extends Message {
    /** The colours one message carries. */
    int PIXELS = 64;
    int MOST_TILES = 16;
    int MOST_PALETTE = 16;

    /** @param accelerationX and its fellows: which side is up */
    record Tile(int accelerationX, int accelerationY, int accelerationZ, float x, float y, int width, int height,
            long vendor, long product, long build, int minor, int major) {
        static final int BYTES = 55;

        static Tile read(Input in) {
            var accelerationX = in.i16();
            var accelerationY = in.i16();
            var accelerationZ = in.i16();
            var x = in.skip(2).f32();
            var y = in.f32();
            var width = in.u8();
            var height = in.u8();
            var vendor = in.skip(1).u32();
            var product = in.u32();
            var build = in.skip(4).u64();
            var minor = in.skip(8).u16();
            var major = in.u16();
            in.skip(4);
            return new Tile(accelerationX, accelerationY, accelerationZ, x, y, width, height, vendor, product, build,
                    minor, major);
        }

        void write(Output out) {
            out.u16(accelerationX).u16(accelerationY).u16(accelerationZ).zeros(2).f32(x).f32(y).u8(width).u8(height)
                    .zeros(1).u32(vendor).u32(product).zeros(4).u64(build).zeros(8).u16(minor).u16(major).zeros(4);
        }
    }

    record StateDeviceChain(int start, List<Tile> tiles) implements MatrixMessage {
        public StateDeviceChain {
            tiles = List.copyOf(tiles);
        }
    }

    record SetUserPosition(int tile, float x, float y) implements MatrixMessage {}

    /** Part of a matrix, of what is seen where {@code buffer} is 0. */
    record Rect(int buffer, int x, int y, int width) {
        static Rect read(Input in) {
            return new Rect(in.u8(), in.u8(), in.u8(), in.u8());
        }

        Output write(Output out) {
            return out.u8(buffer).u8(x).u8(y).u8(width);
        }
    }

    /** @param tiles how many, from {@code tile} on */
    record Get64(int tile, int tiles, Rect rect) implements MatrixMessage {}

    record State64(int tile, Rect rect, List<Hsbk> colors) implements MatrixMessage {
        public State64 {
            colors = List.copyOf(colors);
        }
    }

    /** @param colors row by row, at most {@link #PIXELS} */
    record Set64(int tile, int tiles, Rect rect, long duration, List<Hsbk> colors) implements MatrixMessage {
        public Set64 {
            colors = List.copyOf(colors);
        }
    }

    record CopyFrameBuffer(int tile, int tiles, int from, int to, int fromX, int fromY, int toX, int toY, int width,
            int height, long duration) implements MatrixMessage {}

    /**
     * What flows over a matrix.
     *
     * @param speed of one turn in milliseconds
     * @param duration 0 without end
     * @param sky what kind of one
     * @param palette at most {@link #MOST_PALETTE}
     */
    record TileEffect(long instance, int type, long speed, long duration, Sky sky, List<Hsbk> palette) {
        public static final int OFF = 0;
        public static final int MORPH = 2;
        public static final int FLAME = 3;
        public static final int SKY = 5;

        public TileEffect {
            palette = List.copyOf(palette);
        }

        static TileEffect read(Input in) {
            var instance = in.u32();
            var type = in.u8();
            var speed = in.u32();
            var duration = in.u64();
            var sky = Sky.read(in.skip(8));
            return new TileEffect(instance, type, speed, duration, sky, in.colors(MOST_PALETTE, in.u8()));
        }

        Output write(Output out) {
            return sky.write(out.u32(instance).u8(type).u32(speed).u64(duration).zeros(8)).u8(palette.size())
                    .colors(palette, MOST_PALETTE);
        }
    }

    /** @param type 0 sunrise, 1 sunset, 2 clouds
     * @param least and most saturation of clouds, 0 to 255 */
    record Sky(int type, int least, int most) {
        public static final int SUNRISE = 0;
        public static final int SUNSET = 1;
        public static final int CLOUDS = 2;
        public static final Sky NONE = new Sky(0, 0, 0);

        static Sky read(Input in) {
            var sky = new Sky(in.u8(), in.skip(3).u8(), in.skip(3).u8());
            in.skip(23);
            return sky;
        }

        Output write(Output out) {
            return out.u8(type).zeros(3).u8(least).zeros(3).u8(most).zeros(23);
        }
    }

    record GetTileEffect() implements MatrixMessage {}

    record SetTileEffect(TileEffect effect) implements MatrixMessage {}

    record StateTileEffect(TileEffect effect) implements MatrixMessage {}
}
