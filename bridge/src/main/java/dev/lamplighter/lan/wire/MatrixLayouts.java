package dev.lamplighter.lan.wire;

import dev.lamplighter.lan.wire.MatrixMessage.CopyFrameBuffer;
import dev.lamplighter.lan.wire.MatrixMessage.Get64;
import dev.lamplighter.lan.wire.MatrixMessage.GetTileEffect;
import dev.lamplighter.lan.wire.MatrixMessage.Rect;
import dev.lamplighter.lan.wire.MatrixMessage.Set64;
import dev.lamplighter.lan.wire.MatrixMessage.SetTileEffect;
import dev.lamplighter.lan.wire.MatrixMessage.SetUserPosition;
import dev.lamplighter.lan.wire.MatrixMessage.State64;
import dev.lamplighter.lan.wire.MatrixMessage.StateDeviceChain;
import dev.lamplighter.lan.wire.MatrixMessage.StateTileEffect;
import dev.lamplighter.lan.wire.MatrixMessage.Tile;
import dev.lamplighter.lan.wire.MatrixMessage.TileEffect;
import java.util.List;
import java.util.stream.Stream;

/** {@link MatrixMessage}s in bytes. */
final class MatrixLayouts {
    static final List<Layout<?>> ALL = List.of(
            new Layout<>(702, 882, StateDeviceChain.class, MatrixLayouts::chain, MatrixLayouts::chain),
            new Layout<>(703, 11, SetUserPosition.class,
                    in -> new SetUserPosition(in.u8(), in.skip(2).f32(), in.f32()),
                    (it, out) -> out.u8(it.tile()).zeros(2).f32(it.x()).f32(it.y())),
            new Layout<>(707, 6, Get64.class, in -> new Get64(in.u8(), in.u8(), Rect.read(in)),
                    (it, out) -> it.rect().write(out.u8(it.tile()).u8(it.tiles()))),
            new Layout<>(711, 517, State64.class,
                    in -> new State64(in.u8(), Rect.read(in), in.colors(MatrixMessage.PIXELS, MatrixMessage.PIXELS)),
                    (it, out) -> it.rect().write(out.u8(it.tile())).colors(it.colors(), MatrixMessage.PIXELS)),
            new Layout<>(715, 522, Set64.class,
                    in -> new Set64(in.u8(), in.u8(), Rect.read(in), in.u32(),
                            in.colors(MatrixMessage.PIXELS, MatrixMessage.PIXELS)),
                    (it, out) -> it.rect().write(out.u8(it.tile()).u8(it.tiles())).u32(it.duration())
                            .colors(it.colors(), MatrixMessage.PIXELS)),
            new Layout<>(716, 15, CopyFrameBuffer.class,
                    in -> new CopyFrameBuffer(in.u8(), in.u8(), in.u8(), in.u8(), in.u8(), in.u8(), in.u8(), in.u8(),
                            in.u8(), in.u8(), in.u32()),
                    (it, out) -> out.u8(it.tile()).u8(it.tiles()).u8(it.from()).u8(it.to()).u8(it.fromX())
                            .u8(it.fromY()).u8(it.toX()).u8(it.toY()).u8(it.width()).u8(it.height())
                            .u32(it.duration()).zeros(1)),
            new Layout<>(718, 2, GetTileEffect.class, _ -> new GetTileEffect(), (_, out) -> out.zeros(2)),
            new Layout<>(719, 188, SetTileEffect.class, in -> new SetTileEffect(TileEffect.read(in.skip(2))),
                    (it, out) -> it.effect().write(out.zeros(2))),
            new Layout<>(720, 187, StateTileEffect.class, in -> new StateTileEffect(TileEffect.read(in.skip(1))),
                    (it, out) -> it.effect().write(out.zeros(1))));

    private MatrixLayouts() {}

    /** The count stands behind the tiles. */
    private static StateDeviceChain chain(Input in) {
        var start = in.u8();
        var tiles = Stream.generate(() -> Tile.read(in)).limit(MatrixMessage.MOST_TILES).toList();
        return new StateDeviceChain(start, tiles.subList(0, Math.min(in.u8(), tiles.size())));
    }

    private static void chain(StateDeviceChain chain, Output out) {
        out.u8(chain.start());
        chain.tiles().forEach(tile -> tile.write(out));
        out.zeros((MatrixMessage.MOST_TILES - chain.tiles().size()) * Tile.BYTES).u8(chain.tiles().size());
    }
}
