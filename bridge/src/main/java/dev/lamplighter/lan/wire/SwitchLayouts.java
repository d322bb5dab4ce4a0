package dev.lamplighter.lan.wire;

import dev.lamplighter.lan.wire.SwitchMessage.GetRelayPower;
import dev.lamplighter.lan.wire.SwitchMessage.SetButtonConfig;
import dev.lamplighter.lan.wire.SwitchMessage.SetButtons;
import dev.lamplighter.lan.wire.SwitchMessage.SetRelayPower;
import dev.lamplighter.lan.wire.SwitchMessage.StateButtonConfig;
import dev.lamplighter.lan.wire.SwitchMessage.StateButtons;
import dev.lamplighter.lan.wire.SwitchMessage.StateRelayPower;
import java.util.List;

/** {@link SwitchMessage}s in bytes. */
final class SwitchLayouts {
    static final List<Layout<?>> ALL = List.of(
            new Layout<>(816, 1, GetRelayPower.class, in -> new GetRelayPower(in.u8()),
                    (it, out) -> out.u8(it.relay())),
            new Layout<>(817, 3, SetRelayPower.class, in -> new SetRelayPower(in.u8(), in.u16()),
                    (it, out) -> out.u8(it.relay()).u16(it.level())),
            new Layout<>(818, 3, StateRelayPower.class, in -> new StateRelayPower(in.u8(), in.u16()),
                    (it, out) -> out.u8(it.relay()).u16(it.level())),
            new Layout<>(906, SetButtons.BYTES, SetButtons.class, in -> new SetButtons(in.hex(SetButtons.BYTES)),
                    (it, out) -> out.hex(it.content())),
            new Layout<>(907, StateButtons.BYTES, StateButtons.class,
                    in -> new StateButtons(in.hex(StateButtons.BYTES)), (it, out) -> out.hex(it.content())),
            new Layout<>(910, 18, SetButtonConfig.class,
                    in -> new SetButtonConfig(in.u16(), Hsbk.read(in), Hsbk.read(in)),
                    (it, out) -> out.u16(it.haptic()).color(it.on()).color(it.off())),
            new Layout<>(911, 18, StateButtonConfig.class,
                    in -> new StateButtonConfig(in.u16(), Hsbk.read(in), Hsbk.read(in)),
                    (it, out) -> out.u16(it.haptic()).color(it.on()).color(it.off())));

    private SwitchLayouts() {}
}
