package org.openhall.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openhall.device.Device;
import org.openhall.device.DeviceCommand;
import org.openhall.device.DeviceEvent;
import org.openhall.device.DeviceHealth.Detail;
import org.openhall.device.DeviceSnapshot;
import org.openhall.device.Devices;
import org.openhall.device.Prompt;
import org.openhall.device.ScannedCode;
import org.openhall.device.Scanner;
import org.openhall.device.Scanner.Flaw;
import org.openhall.device.Scanner.ScanOutcome;
import org.openhall.device.Sense;
import org.openhall.simulator.scanner.ScannerFault;
import org.openhall.simulator.sensor.Door;
import org.openhall.simulator.sensor.Presence;
import org.openhall.simulator.sensor.SensorFault;

/** The drivers that terminals have, against every fault of the emulated scanner and sensors. */
@Timeout(90)
class HallSensorsTest {

  private static final Duration LONG = Duration.ofMinutes(1);

  @TempDir Path folder;
  private final BlockingQueue<DeviceSnapshot> told = new LinkedBlockingQueue<>();
  private final BlockingQueue<Prompt> prompts = new LinkedBlockingQueue<>();
  private HallSensors hall;
  private Devices devices;

  @BeforeEach
  void start() throws Exception {
    hall = HallSensors.start(folder, () -> {});
    Properties config = new Properties();
    config.setProperty("scanner", "scanner:serial:" + folder.resolve("scanner") + "@9600");
    config.setProperty("scanner.suffix", "CR");
    config.setProperty(
        "presence-sensor", "presence:serial:" + folder.resolve("presence-sensor") + "@115200");
    config.setProperty("presence-sensor.silence", "1");
    config.setProperty("maintenance-door", "door:file:" + folder.resolve("maintenance-door.value"));
    devices = Devices.open(config);
  }

  @AfterEach
  void stop() throws Exception {
    devices.close();
    hall.close();
  }

  private Device follow(String key) {
    Device device = devices.all().get(key);
    assertTrue(device != null, key);
    told.clear();
    device.onEvent(event -> told.add(device.snapshot()));
    return device;
  }

  private void await(Sense sense, Detail detail) throws InterruptedException {
    DeviceSnapshot next = told.take();
    while (next.sense() != sense || next.health().detail() != detail) {
      next = told.take();
    }
  }

  private DeviceCommand<ScanOutcome> begun() throws InterruptedException {
    Scanner scanner = devices.scanner().orElseThrow();
    DeviceCommand<ScanOutcome> command;
    try (var _ =
        scanner.onEvent(event -> {
          if (event.what() instanceof DeviceEvent.Prompted(long _, Prompt prompt)) {
            prompts.add(prompt);
          }
        })) {
      command = scanner.scan(LONG);
      assertEquals(Prompt.SHOW_CODE, prompts.poll(60, TimeUnit.SECONDS));
    }
    return command;
  }

  private static ScanOutcome outcome(DeviceCommand<ScanOutcome> command) {
    return command.outcome().toCompletableFuture().orTimeout(60, TimeUnit.SECONDS).join();
  }

  private static String text(ScanOutcome outcome) {
    try (ScannedCode code = assertInstanceOf(ScanOutcome.CodeScanned.class, outcome).code()) {
      return code.read().toString();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"OK", "FRAGMENTS"})
  void aCodeComesThrough(ScannerFault fault) throws Exception {
    assertTrue(hall.set(fault).done());
    DeviceCommand<ScanOutcome> command = begun();
    assertTrue(hall.scan("居民身份证补领（1/1）\n1. 户口簿").done());
    assertEquals("居民身份证补领（1/1）\n1. 户口簿", text(outcome(command)));
  }

  @Test
  void noiseTruncatedAndOverlongAreOutcomesAndTheNextCodeIsRead() throws Exception {
    assertFlaw(ScannerFault.NOISE, Flaw.NOT_TEXT);
    assertFlaw(ScannerFault.TRUNCATED, Flaw.BROKEN_OFF);
    assertFlaw(ScannerFault.OVERLONG, Flaw.TOO_LONG);
    hall.set(ScannerFault.OK);
    DeviceCommand<ScanOutcome> command = begun();
    hall.scan("SQ-42");
    assertEquals("SQ-42", text(outcome(command)));
  }

  private void assertFlaw(ScannerFault fault, Flaw flaw) throws Exception {
    hall.set(fault);
    DeviceCommand<ScanOutcome> command = begun();
    hall.scan("SQ-42");
    assertEquals(new ScanOutcome.CodeUnreadable(flaw), outcome(command), fault.name());
  }

  @Test
  void aMuteScannerIsNoCode() throws Exception {
    hall.set(ScannerFault.MUTE);
    DeviceCommand<ScanOutcome> command =
        devices.scanner().orElseThrow().scan(Duration.ofMillis(10));
    hall.scan("SQ-42");
    assertEquals(new ScanOutcome.NoCode(), outcome(command));
  }

  @Test
  void aScannerWhoseCableIsPulledComesBack() throws Exception {
    follow("scanner");
    DeviceCommand<ScanOutcome> command = begun();
    hall.set(ScannerFault.GONE);
    assertInstanceOf(ScanOutcome.ScannerUnavailable.class, outcome(command));
    await(Sense.UNKNOWN, Detail.LINE_LOST);
    hall.set(ScannerFault.OK);
    await(Sense.UNKNOWN, Detail.NONE);
    DeviceCommand<ScanOutcome> next = begun();
    hall.scan("SQ-42");
    assertEquals("SQ-42", text(outcome(next)));
  }

  @ParameterizedTest
  @EnumSource(names = {"OK", "FRAGMENTS", "NOISE"})
  void presenceIsSensed(SensorFault fault) throws Exception {
    follow("presence-sensor");
    hall.set(fault);
    hall.set(Presence.NEAR);
    await(Sense.ACTIVE, Detail.NONE);
    hall.set(Presence.AWAY);
    await(Sense.QUIET, Detail.NONE);
  }

  @Test
  void aMuteSensorIsUnknownAndNotQuiet() throws Exception {
    follow("presence-sensor");
    hall.set(Presence.NEAR);
    await(Sense.ACTIVE, Detail.NONE);
    hall.set(SensorFault.MUTE);
    await(Sense.UNKNOWN, Detail.NO_ANSWER);
    hall.set(SensorFault.OK);
    await(Sense.ACTIVE, Detail.NONE);
  }

  @Test
  void aDoorIsOpenAndShutAndUnknownWithoutItsFile() throws Exception {
    follow("maintenance-door");
    await(Sense.QUIET, Detail.NONE);
    hall.set(Door.OPEN);
    await(Sense.ACTIVE, Detail.DOOR_OPEN);
    hall.set(SensorFault.GONE);
    await(Sense.UNKNOWN, Detail.PORT_MISSING);
    hall.set(SensorFault.OK);
    await(Sense.ACTIVE, Detail.DOOR_OPEN);
    hall.set(Door.CLOSED);
    await(Sense.QUIET, Detail.NONE);
  }
}
