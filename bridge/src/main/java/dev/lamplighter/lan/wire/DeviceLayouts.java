package dev.lamplighter.lan.wire;

import dev.lamplighter.lan.wire.DeviceMessage.EchoRequest;
import dev.lamplighter.lan.wire.DeviceMessage.EchoResponse;
import dev.lamplighter.lan.wire.DeviceMessage.SetGroup;
import dev.lamplighter.lan.wire.DeviceMessage.SetLabel;
import dev.lamplighter.lan.wire.DeviceMessage.SetLocation;
import dev.lamplighter.lan.wire.DeviceMessage.SetPower;
import dev.lamplighter.lan.wire.DeviceMessage.StateAmbientLight;
import dev.lamplighter.lan.wire.DeviceMessage.StateGroup;
import dev.lamplighter.lan.wire.DeviceMessage.StateHostFirmware;
import dev.lamplighter.lan.wire.DeviceMessage.StateInfo;
import dev.lamplighter.lan.wire.DeviceMessage.StateLabel;
import dev.lamplighter.lan.wire.DeviceMessage.StateLocation;
import dev.lamplighter.lan.wire.DeviceMessage.StatePower;
import dev.lamplighter.lan.wire.DeviceMessage.StateService;
import dev.lamplighter.lan.wire.DeviceMessage.StateUnhandled;
import dev.lamplighter.lan.wire.DeviceMessage.StateVersion;
import dev.lamplighter.lan.wire.DeviceMessage.StateWifiFirmware;
import dev.lamplighter.lan.wire.DeviceMessage.StateWifiInfo;
import java.util.List;

/** {@link DeviceMessage}s in bytes. */
final class DeviceLayouts {
    private static final int ECHO = 64;
    private static final int UUID = 16;

    static final List<Layout<?>> ALL = List.of(
            new Layout<>(3, 5, StateService.class, in -> new StateService(in.u8(), in.u32()),
                    (it, out) -> out.u8(it.service()).u32(it.port())),
            new Layout<>(15, 20, StateHostFirmware.class,
                    in -> new StateHostFirmware(in.u64(), in.skip(8).u16(), in.u16()),
                    (it, out) -> firmware(out, it.build(), it.minor(), it.major())),
            new Layout<>(17, 14, StateWifiInfo.class, in -> new StateWifiInfo(in.f32()),
                    (it, out) -> out.f32(it.signal()).zeros(10)),
            new Layout<>(19, 20, StateWifiFirmware.class,
                    in -> new StateWifiFirmware(in.u64(), in.skip(8).u16(), in.u16()),
                    (it, out) -> firmware(out, it.build(), it.minor(), it.major())),
            new Layout<>(21, 2, SetPower.class, in -> new SetPower(in.u16()), (it, out) -> out.u16(it.level())),
            new Layout<>(22, 2, StatePower.class, in -> new StatePower(in.u16()), (it, out) -> out.u16(it.level())),
            new Layout<>(24, 32, SetLabel.class, in -> new SetLabel(in.label()), (it, out) -> out.label(it.label())),
            new Layout<>(25, 32, StateLabel.class, in -> new StateLabel(in.label()),
                    (it, out) -> out.label(it.label())),
            new Layout<>(33, 12, StateVersion.class, in -> new StateVersion(in.u32(), in.u32()),
                    (it, out) -> out.u32(it.vendor()).u32(it.product()).zeros(4)),
            new Layout<>(35, 24, StateInfo.class, in -> new StateInfo(in.u64(), in.u64(), in.u64()),
                    (it, out) -> out.u64(it.time()).u64(it.uptime()).u64(it.downtime())),
            new Layout<>(49, 56, SetLocation.class, in -> new SetLocation(in.hex(UUID), in.label(), in.u64()),
                    (it, out) -> out.hex(it.id()).label(it.label()).u64(it.updatedAt())),
            new Layout<>(50, 56, StateLocation.class, in -> new StateLocation(in.hex(UUID), in.label(), in.u64()),
                    (it, out) -> out.hex(it.id()).label(it.label()).u64(it.updatedAt())),
            new Layout<>(52, 56, SetGroup.class, in -> new SetGroup(in.hex(UUID), in.label(), in.u64()),
                    (it, out) -> out.hex(it.id()).label(it.label()).u64(it.updatedAt())),
            new Layout<>(53, 56, StateGroup.class, in -> new StateGroup(in.hex(UUID), in.label(), in.u64()),
                    (it, out) -> out.hex(it.id()).label(it.label()).u64(it.updatedAt())),
            new Layout<>(58, ECHO, EchoRequest.class, in -> new EchoRequest(in.hex(ECHO)),
                    (it, out) -> out.hex(it.payload())),
            new Layout<>(59, ECHO, EchoResponse.class, in -> new EchoResponse(in.hex(ECHO)),
                    (it, out) -> out.hex(it.payload())),
            new Layout<>(223, 2, StateUnhandled.class, in -> new StateUnhandled(in.u16()),
                    (it, out) -> out.u16(it.type())),
            new Layout<>(402, 4, StateAmbientLight.class, in -> new StateAmbientLight(in.f32()),
                    (it, out) -> out.f32(it.lux())));

    private DeviceLayouts() {}

    private static void firmware(Output out, long build, int minor, int major) {
        out.u64(build).zeros(8).u16(minor).u16(major);
    }
}
