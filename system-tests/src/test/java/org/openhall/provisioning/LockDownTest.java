package org.openhall.provisioning;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.kiosk.doctor.DoctorMain;

/** The doctor at a staged terminal, of which one lock after another is opened. */
class LockDownTest {
  private @TempDir Path work;
  private Path root;

  @BeforeEach
  void stage() throws IOException, InterruptedException {
    root = work.resolve("root");
    Path provisioning = ProvisioningTest.repository().resolve("provisioning");
    Process stage =
        new ProcessBuilder(provisioning.resolve("stage").toString(), "--bare", root.toString())
            .redirectErrorStream(true)
            .start();
    stage.getInputStream().readAllBytes();
    assertTrue(stage.waitFor() == 0);
    write("/etc/modprobe.d/usb.conf", "install usb-storage /bin/false\n");
    write(
        "/etc/passwd",
        """
        root:x:0:0:root:/root:/bin/bash
        openhall-agent:x:990:990::/var/lib/openhall:/usr/sbin/nologin
        openhall-kiosk:x:989:990::/nonexistent:/usr/sbin/nologin
        """);
    write("/etc/shadow", "root:!:20000:0:99999:7:::\nopenhall-kiosk:!*:20000::::::\n");
    write("/proc/sys/kernel/sysrq", "0\n");
    write("/proc/1/comm", "systemd\n");
    write("/proc/meminfo", "MemTotal: 4096000 kB\nMemAvailable: 2048000 kB\n");
    write("/sys/class/rtc/rtc0/since_epoch", "1000000000\n");
    write("/sys/block/mmcblk0/device/life_time", "0x02 0x01\n");
  }

  private void write(String path, String text) throws IOException {
    Path file = root.resolve(path.substring(1));
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, text);
  }

  private String found() throws IOException {
    Path data = Files.createDirectories(root.resolve("var/lib/openhall"));
    Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-x---"));
    List<String> said = new ArrayList<>();
    int _ =
        DoctorMain.perform(
            List.of("--root", root.toString(), "--data", data.toString(), "--json"),
            said::add,
            said::add);
    return said.getLast();
  }

  private void finds(String code) throws IOException {
    String said = found();
    assertTrue(said.contains("\"code\":\"" + code + "\""), code + " is not in " + said);
  }

  @Test
  void aTerminalAsItIsStagedIsLocked() throws IOException {
    String said = found();
    assertTrue(said.contains("\"lock.ok\""), said);
    assertTrue(said.contains("\"lock.units-ok\""), said);
    assertTrue(said.contains("\"disk.healthy\""), said);
    assertFalse(said.contains("\"lock.unit-loosened\""), said);
  }

  @Test
  void aDropInThatLoosensAShieldIsNamed() throws IOException {
    write(
        "/etc/systemd/system/openhall-kiosk.service.d/mine.conf",
        "[Service]\nNoNewPrivileges=no\nIPAddressDeny=\n");
    String said = found();
    assertTrue(said.contains("NoNewPrivileges=no"), said);
    assertTrue(said.contains("IPAddressDeny="), said);
  }

  @Test
  void theExampleForAPrinterOnTheNetworkLoosensNothing() throws IOException {
    Path example =
        root.resolve(
            "usr/share/doc/openhall/examples/openhall-kiosk.service.d/network-printer.conf");
    write(
        "/etc/systemd/system/openhall-kiosk.service.d/network-printer.conf",
        Files.readString(example));
    assertFalse(found().contains("lock.unit-loosened"));
  }

  @Test
  void eachOpenWayIsFound() throws IOException {
    Files.delete(root.resolve("etc/X11/xorg.conf.d/50-openhall.conf"));
    finds("lock.console");
    write("/proc/sys/kernel/sysrq", "438\n");
    finds("lock.sysrq");
    write("/proc/77/comm", "openbox\n");
    finds("lock.window-manager");
    Files.delete(root.resolve("etc/modprobe.d/usb.conf"));
    finds("lock.usb-storage");
    write("/etc/passwd", "openhall-kiosk:x:989:990::/:/bin/sh\nclerk:x:1000:1000::/:/bin/sh\n");
    finds("lock.program-shell");
    finds("lock.users");
    write("/etc/passwd", "toor:x:0:0::/:/bin/sh\n");
    finds("lock.second-root");
    write("/etc/shadow", "guest::20000::::::\n");
    finds("lock.no-password");
    write("/etc/systemd/system/getty@tty1.service.d/a.conf", "ExecStart=agetty --autologin x\n");
    finds("lock.autologin");
    Files.delete(root.resolve("usr/lib/systemd/system/openhall-agent.service"));
    finds("lock.unit-missing");
  }

  @Test
  void aSettingThatNobodyKnowsIsNamed() throws IOException {
    write("/var/lib/openhall/terminal.properties", "terminal.plac=1楼\n");
    finds("devices.setting");
    write("/var/lib/openhall/terminal.properties", "terminal.place=1楼\n");
    assertFalse(found().contains("devices.setting"));
  }

  @Test
  void theFirstWordOfTheRemoteLoginCounts() throws IOException {
    write("/usr/sbin/sshd", "");
    write("/etc/ssh/sshd_config", "PermitRootLogin no\nPasswordAuthentication no\n");
    assertFalse(found().contains("lock.ssh"));
    write("/etc/ssh/sshd_config.d/a.conf", "PermitRootLogin yes\nPasswordAuthentication yes\n");
    finds("lock.ssh-root");
    finds("lock.ssh-password");
  }

  @Test
  void rightsAndTheMachinesOwnWordsAreRead() throws IOException {
    Path identity = Files.createDirectories(root.resolve("var/lib/openhall/identity"));
    Files.setPosixFilePermissions(identity, PosixFilePermissions.fromString("rwxr-x---"));
    finds("lock.rights");
    Files.setPosixFilePermissions(identity, PosixFilePermissions.fromString("rwx------"));
    assertFalse(found().contains("lock.rights"));
    write("/etc/openhall/pins.json", "{}");
    Path pins = root.resolve("etc/openhall/pins.json");
    Files.setPosixFilePermissions(pins, PosixFilePermissions.fromString("rw-r-----"));
    assertFalse(found().contains("lock.rights"));
    Files.setPosixFilePermissions(pins, PosixFilePermissions.fromString("rw-r--r--"));
    finds("lock.rights");
    finds("clock.rtc-differs");
    write("/sys/block/mmcblk0/device/life_time", "0x09 0x01\n");
    finds("disk.worn");
    write("/sys/block/mmcblk0/device/pre_eol_info", "0x03\n");
    finds("disk.failing");
    write("/proc/meminfo", "MemTotal: 1024000 kB\nMemAvailable: 512000 kB\n");
    finds("memory.small");
    write("/proc/meminfo", "MemTotal: 4096000 kB\nMemAvailable: 51200 kB\n");
    finds("memory.low");
    write("/usr/share/doc/openhall/pinned-packages", "fonts-noto-cjk=9\nfonts-x=1\n");
    write(
        "/var/lib/dpkg/status",
        "Package: fonts-noto-cjk\nStatus: install ok installed\nVersion: 8\n\n");
    finds("fonts.other-version");
    finds("fonts.package-missing");
  }
}
