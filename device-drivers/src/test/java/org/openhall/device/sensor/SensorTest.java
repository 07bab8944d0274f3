package org.openhall.device.sensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.device.Device;
import org.openhall.device.DeviceConfigurationException;
import org.openhall.device.DeviceEvent;
import org.openhall.device.DeviceHealth;
import org.openhall.device.DeviceHealth.Detail;
import org.openhall.device.DeviceSettings;
import org.openhall.device.DeviceSnapshot;
import org.openhall.device.Devices;
import org.openhall.device.DoorSwitch;
import org.openhall.device.PresenceSensor;
import org.openhall.device.Prompt;
import org.openhall.device.SelfTest;
import org.openhall.device.SelfTestOutcome;
import org.openhall.device.SelfTestOutcome.Finding;
import org.openhall.device.SelfTestOutcome.Step;
import org.openhall.device.Sense;
import org.openhall.device.transport.Pty;

/** The drivers as a terminal runs them, over pseudo terminals and files. */
@Timeout(60)
class SensorTest {

  @TempDir Path dir;
  private final BlockingQueue<DeviceSnapshot> known = new LinkedBlockingQueue<>();
  private Pty pty = new Pty();
  private final List<Device> open = new ArrayList<>();

  @AfterEach
  void close() {
    open.forEach(Device::close);
    pty.close();
  }

  private static Device driven(String value, Map<String, String> options)
      throws DeviceConfigurationException {
    DeviceSettings settings = new DeviceSettings("sensor", value, options);
    return value.startsWith("door:")
        ? new DoorDriver().open(settings)
        : new PresenceDriver().open(settings);
  }

  private void open(String value, Map<String, String> options) throws Exception {
    Device opened = driven(value, options);
    open.add(opened);
    opened.onEvent(event -> known.add(opened.snapshot()));
  }

  private void serial(String driver, Map<String, String> options) throws Exception {
    Path port = Files.createSymbolicLink(dir.resolve("port"), pty.farEnd());
    open(driver + ":serial:" + port + "@9600", options);
    await(Sense.UNKNOWN, Detail.NONE);
  }

  private DeviceSnapshot await(Sense sense, Detail detail) throws InterruptedException {
    while (true) {
      DeviceSnapshot next = known.take();
      if (next.sense() == sense && next.health().detail() == detail) {
        return next;
      }
    }
  }

  private void say(String words) {
    pty.write(words.getBytes(StandardCharsets.ISO_8859_1));
  }

  @Test
  void aRadarSaysOnAndOffAndDistancesBetween() throws Exception {
    serial("presence", Map.of());
    assertInstanceOf(PresenceSensor.class, open.getLast());
    say("ON\r\nRange 120\r\n");
    await(Sense.ACTIVE, Detail.NONE);
    say("OFF\r\n");
    await(Sense.QUIET, Detail.NONE);
  }

  @Test
  void anOpenDoorIsSaidByItsHealthToo() throws Exception {
    serial("door", Map.of());
    say("open\n");
    DeviceSnapshot open = await(Sense.ACTIVE, Detail.DOOR_OPEN);
    assertEquals(DeviceHealth.State.ATTENTION, open.health().state());
    say("Closed\n");
    await(Sense.QUIET, Detail.NONE);
  }

  @Test
  void wordsInPiecesAndWithoutALineEnd() throws Exception {
    serial("door", Map.of());
    for (byte letter : "\0\u00ffx?\nOPEN\n".getBytes(StandardCharsets.ISO_8859_1)) {
      pty.write(new byte[] {letter});
    }
    await(Sense.ACTIVE, Detail.DOOR_OPEN);
    say("0");
    await(Sense.QUIET, Detail.NONE);
  }

  @Test
  void wordsOfItsOwnAndTheOpposite() throws Exception {
    serial("door", Map.of("active", "zu, dicht", "quiet", "auf", "invert", "yes"));
    say("auf\n");
    await(Sense.ACTIVE, Detail.DOOR_OPEN);
    say("dicht\n");
    await(Sense.QUIET, Detail.NONE);
  }

  @Test
  void anAskedSensorIsAskedAgainAndOneThatIsMuteIsKnownToBe() throws Exception {
    serial("presence", Map.of("ask", "3F", "silence", "1"));
    assertArrayEquals(new byte[] {'?'}, pty.read());
    say("1");
    await(Sense.ACTIVE, Detail.NONE);
    assertTrue(pty.read().length > 0, "asked again");
    DeviceSnapshot mute = await(Sense.UNKNOWN, Detail.NO_ANSWER);
    assertEquals(DeviceHealth.State.UNAVAILABLE, mute.health().state());
    say("0");
    await(Sense.QUIET, Detail.NONE);
  }

  @Test
  void whoSaysNoneOfItsWordsIsAnotherDevice() throws Exception {
    serial("presence", Map.of());
    say("ON\n");
    await(Sense.ACTIVE, Detail.NONE);
    say("440524188001010014\r".repeat(120));
    await(Sense.UNKNOWN, Detail.BAD_ANSWER);
    assertFalse(
        open.getLast().trace().toString().contains("343430353234"), "a scanner's codes are kept");
  }

  @Test
  void aSensorThatIsUnpluggedIsUnknownAndComesBack() throws Exception {
    serial("presence", Map.of());
    say("ON\n");
    await(Sense.ACTIVE, Detail.NONE);
    pty.pullPlug();
    await(Sense.UNKNOWN, Detail.LINE_LOST);
    pty = new Pty();
    Files.delete(dir.resolve("port"));
    Files.createSymbolicLink(dir.resolve("port"), pty.farEnd());
    await(Sense.UNKNOWN, Detail.NONE);
    say("OFF\n");
    await(Sense.QUIET, Detail.NONE);
  }

  private void write(String content) throws Exception {
    Path fresh = Files.writeString(dir.resolve("fresh"), content);
    Files.move(fresh, dir.resolve("value"), StandardCopyOption.ATOMIC_MOVE);
  }

  @Test
  void aFileIsReadAnewAtEachLook() throws Exception {
    write("0\n");
    open("door:file:" + dir.resolve("value"), Map.of());
    await(Sense.QUIET, Detail.NONE);
    write("1\n");
    await(Sense.ACTIVE, Detail.DOOR_OPEN);
    Files.delete(dir.resolve("value"));
    await(Sense.UNKNOWN, Detail.PORT_MISSING);
    write("0");
    await(Sense.QUIET, Detail.NONE);
    write("nonsense");
    await(Sense.UNKNOWN, Detail.BAD_ANSWER);
  }

  @Test
  void whatIsNoOrdinaryFileIsNotOpened() throws Exception {
    open("presence:file:" + dir, Map.of());
    await(Sense.UNKNOWN, Detail.PORT_WRONG);
  }

  @Test
  void aPortWithoutModemLinesIsAHealth() throws Exception {
    open("door:modem:" + pty.farEnd(), Map.of("line", "dsr"));
    await(Sense.UNKNOWN, Detail.PORT_WRONG);
  }

  @Test
  void aSelfTestHasAPersonOpenAndShut() throws Exception {
    write("0");
    open("door:file:" + dir.resolve("value"), Map.of("debounce", "0"));
    await(Sense.QUIET, Detail.NONE);
    BlockingQueue<Prompt> prompts = new LinkedBlockingQueue<>();
    open.getLast()
        .onEvent(event -> {
          if (event.what() instanceof DeviceEvent.Prompted(long _, Prompt prompt)) {
            prompts.add(prompt);
          }
        });
    var test = open.getLast().selfTest(SelfTest.INTERACTIVE).outcome().toCompletableFuture();
    assertEquals(Prompt.OPEN_DOOR, prompts.take());
    write("1");
    assertEquals(Prompt.SHUT_DOOR, prompts.take());
    write("0");
    assertEquals(
        new SelfTestOutcome.Passed(
            List.of(
                new Finding(Step.SENSORS, true, "QUIET"),
                new Finding(Step.OPENED, true, ""),
                new Finding(Step.SHUT, true, ""))),
        test.join());
    var another = open.getLast().selfTest(SelfTest.INTERACTIVE);
    assertEquals(Prompt.OPEN_DOOR, prompts.take());
    another.cancel();
    assertInstanceOf(
        SelfTestOutcome.Cancelled.class, another.outcome().toCompletableFuture().join());
  }

  @Test
  void theConfigurationNamesThemAndEachKeyIsOfItsKind() throws Exception {
    write("0");
    Properties config = new Properties();
    config.setProperty("maintenance-door", "door:file:" + dir.resolve("value"));
    config.setProperty("presence-sensor", "presence:file:" + dir.resolve("value"));
    config.setProperty("side-door", "door:file:" + dir.resolve("value"));
    try (Devices devices = Devices.open(config)) {
      assertEquals(2, devices.every(DoorSwitch.class).size());
      assertEquals(1, devices.every(PresenceSensor.class).size());
      assertTrue(devices.scanner().isEmpty());
    }
    config.setProperty("presence-sensor", "door:file:" + dir.resolve("value"));
    assertThrows(DeviceConfigurationException.class, () -> Devices.open(config));
  }

  @Test
  void settingsThatCannotBeAreSaid() {
    Map<String, Map<String, String>> wrong =
        Map.of(
            "presence:file:value", Map.of(),
            "presence:file:/value", Map.of("ask", "3F"),
            "presence:modem:/dev/ttyS1", Map.of("line", "rts"),
            "presence:serial:/dev/ttyS1", Map.of("active", "1", "quiet", "1"),
            "presence:serial:/dev/ttyS2", Map.of("debounce", "10001"),
            "presence:serial:/dev/ttyS3", Map.of("ask", "3"),
            "door:serial:/dev/ttyS1", Map.of("invert", "maybe"),
            "door:serial:/dev/ttyS2", Map.of("silence", "-1"),
            "door:serial:/dev/ttyS3", Map.of("active", "1,,2"));
    wrong.forEach((value, options) ->
        assertThrows(DeviceConfigurationException.class, () -> driven(value, options), value));
  }
}
