package dev.lamplighter.lan.wire;

import dev.lamplighter.lan.wire.LightMessage.LightState;
import dev.lamplighter.lan.wire.LightMessage.SetColor;
import dev.lamplighter.lan.wire.LightMessage.SetHevCycle;
import dev.lamplighter.lan.wire.LightMessage.SetHevCycleConfiguration;
import dev.lamplighter.lan.wire.LightMessage.SetInfrared;
import dev.lamplighter.lan.wire.LightMessage.SetLightPower;
import dev.lamplighter.lan.wire.LightMessage.SetWaveform;
import dev.lamplighter.lan.wire.LightMessage.SetWaveformOptional;
import dev.lamplighter.lan.wire.LightMessage.StateHevCycle;
import dev.lamplighter.lan.wire.LightMessage.StateHevCycleConfiguration;
import dev.lamplighter.lan.wire.LightMessage.StateInfrared;
import dev.lamplighter.lan.wire.LightMessage.StateLastHevCycleResult;
import dev.lamplighter.lan.wire.LightMessage.StateLightPower;
import dev.lamplighter.lan.wire.LightMessage.Waveform;
import java.util.List;

/** {@link LightMessage}s in bytes. */
final class LightLayouts {
    static final List<Layout<?>> ALL = List.of(
            new Layout<>(102, 13, SetColor.class, in -> new SetColor(Hsbk.read(in.skip(1)), in.u32()),
                    (it, out) -> out.zeros(1).color(it.color()).u32(it.duration())),
            new Layout<>(103, 21, SetWaveform.class, in -> new SetWaveform(Waveform.read(in)),
                    (it, out) -> it.waveform().write(out)),
            new Layout<>(107, 52, LightState.class,
                    in -> new LightState(Hsbk.read(in), in.skip(2).u16(), in.label()),
                    (it, out) -> out.color(it.color()).zeros(2).u16(it.power()).label(it.label()).zeros(8)),
            new Layout<>(117, 6, SetLightPower.class, in -> new SetLightPower(in.u16(), in.u32()),
                    (it, out) -> out.u16(it.level()).u32(it.duration())),
            new Layout<>(118, 2, StateLightPower.class, in -> new StateLightPower(in.u16()),
                    (it, out) -> out.u16(it.level())),
            new Layout<>(119, 25, SetWaveformOptional.class,
                    in -> new SetWaveformOptional(Waveform.read(in), in.flag(), in.flag(), in.flag(), in.flag()),
                    (it, out) -> it.waveform().write(out).flag(it.hue()).flag(it.saturation())
                            .flag(it.brightness()).flag(it.kelvin())),
            new Layout<>(121, 2, StateInfrared.class, in -> new StateInfrared(in.u16()),
                    (it, out) -> out.u16(it.brightness())),
            new Layout<>(122, 2, SetInfrared.class, in -> new SetInfrared(in.u16()),
                    (it, out) -> out.u16(it.brightness())),
            new Layout<>(143, 5, SetHevCycle.class, in -> new SetHevCycle(in.flag(), in.u32()),
                    (it, out) -> out.flag(it.enable()).u32(it.duration())),
            new Layout<>(144, 9, StateHevCycle.class, in -> new StateHevCycle(in.u32(), in.u32(), in.flag()),
                    (it, out) -> out.u32(it.duration()).u32(it.remaining()).flag(it.lastPower())),
            new Layout<>(146, 5, SetHevCycleConfiguration.class,
                    in -> new SetHevCycleConfiguration(in.flag(), in.u32()),
                    (it, out) -> out.flag(it.indication()).u32(it.duration())),
            new Layout<>(147, 5, StateHevCycleConfiguration.class,
                    in -> new StateHevCycleConfiguration(in.flag(), in.u32()),
                    (it, out) -> out.flag(it.indication()).u32(it.duration())),
            new Layout<>(149, 1, StateLastHevCycleResult.class, in -> new StateLastHevCycleResult(in.u8()),
                    (it, out) -> out.u8(it.result())));

    private LightLayouts() {}
}
