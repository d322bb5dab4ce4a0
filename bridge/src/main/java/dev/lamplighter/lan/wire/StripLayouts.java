package dev.lamplighter.lan.wire;

import dev.lamplighter.lan.wire.StripMessage.Apply;
import dev.lamplighter.lan.wire.StripMessage.GetColorZones;
import dev.lamplighter.lan.wire.StripMessage.SetColorZones;
import dev.lamplighter.lan.wire.StripMessage.SetExtendedColorZones;
import dev.lamplighter.lan.wire.StripMessage.SetMultiZoneEffect;
import dev.lamplighter.lan.wire.StripMessage.StateExtendedColorZones;
import dev.lamplighter.lan.wire.StripMessage.StateMultiZone;
import dev.lamplighter.lan.wire.StripMessage.StateMultiZoneEffect;
import dev.lamplighter.lan.wire.StripMessage.StateZone;
import dev.lamplighter.lan.wire.StripMessage.StripEffect;
import java.util.List;

/** {@link StripMessage}s in bytes. */
final class StripLayouts {
    static final List<Layout<?>> ALL = List.of(
            new Layout<>(501, 15, SetColorZones.class,
                    in -> new SetColorZones(in.u8(), in.u8(), Hsbk.read(in), in.u32(), Apply.read(in)),
                    (it, out) -> out.u8(it.start()).u8(it.end()).color(it.color()).u32(it.duration())
                            .u8(it.apply().number())),
            new Layout<>(502, 2, GetColorZones.class, in -> new GetColorZones(in.u8(), in.u8()),
                    (it, out) -> out.u8(it.start()).u8(it.end())),
            new Layout<>(503, 10, StateZone.class, in -> new StateZone(in.u8(), in.u8(), Hsbk.read(in)),
                    (it, out) -> out.u8(it.count()).u8(it.index()).color(it.color())),
            new Layout<>(506, 66, StateMultiZone.class,
                    in -> new StateMultiZone(in.u8(), in.u8(),
                            in.colors(StripMessage.MOST_AT_ONCE, StripMessage.MOST_AT_ONCE)),
                    (it, out) -> out.u8(it.count()).u8(it.index()).colors(it.colors(), StripMessage.MOST_AT_ONCE)),
            new Layout<>(508, 59, SetMultiZoneEffect.class, in -> new SetMultiZoneEffect(StripEffect.read(in)),
                    (it, out) -> it.effect().write(out)),
            new Layout<>(509, 59, StateMultiZoneEffect.class, in -> new StateMultiZoneEffect(StripEffect.read(in)),
                    (it, out) -> it.effect().write(out)),
            new Layout<>(510, 664, SetExtendedColorZones.class,
                    in -> new SetExtendedColorZones(in.u32(), Apply.read(in), in.u16(),
                            in.colors(StripMessage.MOST, in.u8())),
                    (it, out) -> out.u32(it.duration()).u8(it.apply().number()).u16(it.index())
                            .u8(it.colors().size()).colors(it.colors(), StripMessage.MOST)),
            new Layout<>(512, 661, StateExtendedColorZones.class,
                    in -> new StateExtendedColorZones(in.u16(), in.u16(), in.colors(StripMessage.MOST, in.u8())),
                    (it, out) -> out.u16(it.count()).u16(it.index()).u8(it.colors().size())
                            .colors(it.colors(), StripMessage.MOST)));

    private StripLayouts() {}
}
