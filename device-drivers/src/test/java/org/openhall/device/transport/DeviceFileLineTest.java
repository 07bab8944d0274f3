package org.openhall.device.transport;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.device.Capabilities;
import org.openhall.device.DeviceCommand;
import org.openhall.device.DeviceConfigurationException;
import org.openhall.device.DeviceHealth;
import org.openhall.device.DeviceHealth.Detail;
import org.openhall.device.DeviceSettings;
import org.openhall.device.SelfTest;
import org.openhall.device.SelfTestOutcome;

class DeviceFileLineTest {

  private static final Duration SOON = Duration.ofSeconds(5);

  @TempDir Path dir;

  @Test
  void bytesOfEveryValuePassUnchangedBothWays() throws Exception {
    byte[] all = new byte[256];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) i;
    }
    try (Pty pty = new Pty();
        Line line = port(pty.farEnd()).open()) {
      pty.write(all);
      assertArrayEquals(all, readFully(line, 256));
      line.write(all);
      assertArrayEquals(all, pty.read());
    }
  }

  @Test
  void aReadWithoutBytesEndsWithZero() throws Exception {
    try (Pty pty = new Pty();
        Line line = port(pty.farEnd()).open()) {
      assertEquals(0, line.read(new byte[8], 0, Duration.ZERO));
      assertEquals(0, line.read(new byte[8], 0, Duration.ofMillis(120)));
    }
  }

  @Test
  void aPulledPlugIsALostLine() throws Exception {
    try (Pty pty = new Pty();
        Line line = port(pty.farEnd()).open()) {
      pty.pullPlug();
      DeviceFaultException e =
          assertThrows(DeviceFaultException.class, () -> line.read(new byte[8], 0, SOON));
      assertEquals(Detail.LINE_LOST, e.detail());
      assertThrows(DeviceFaultException.class, () -> line.write(new byte[] {1}));
    }
  }

  @Test
  void closingEndsAReadUnderWay() throws Exception {
    try (Pty pty = new Pty()) {
      Line line = port(pty.farEnd()).open();
      CompletableFuture<Integer> reading = reading(line);
      CompletableFuture.runAsync(line::close).orTimeout(30, TimeUnit.SECONDS).join();
      line.close();
      CompletionException e = assertThrows(CompletionException.class, reading::join);
      assertTrue(e.getCause() instanceof IllegalStateException);
    }
  }

  @Test
  void aLinkIsFollowedAnewAfterTheDeviceCameBackUnderAnotherName() throws Exception {
    Path link = dir.resolve("id-module");
    try (Pty first = new Pty();
        Pty second = new Pty()) {
      Files.createSymbolicLink(link, first.farEnd());
      port(link).open().close();
      Files.delete(link);
      Files.createSymbolicLink(link, second.farEnd());
      try (Line line = port(link).open()) {
        second.write(new byte[] {42});
        assertArrayEquals(new byte[] {42}, readFully(line, 1));
      }
    }
  }

  @Test
  void anAbsentPortIsMissingAndAFileThatIsNoneIsWrong() throws Exception {
    assertNone(Detail.PORT_MISSING, dir.resolve("ttyUSB0"));
    assertNone(Detail.PORT_WRONG, Files.writeString(dir.resolve("file"), "no port"));
    assertNone(Detail.PORT_WRONG, dir);
  }

  @Test
  void aFileThatIsOpenHereIsBusyForEverybodyElse() throws Exception {
    try (Pty pty = new Pty()) {
      Line line = port(pty.farEnd()).open();
      Port<Line> again = port(pty.farEnd());
      DeviceFaultException e = assertThrows(DeviceFaultException.class, again::open);
      assertEquals(Detail.PORT_BUSY, e.detail());
      assertEquals("errno 11", e.code());
      line.close();
      again.open().close();
    }
  }

  @Test
  void aWakeEndsAReadOfAMuteFileAndTheNextReadWaitsAgain() throws Exception {
    try (Line line = mute().open()) {
      CompletableFuture<Integer> reading = reading(line);
      line.wake();
      assertEquals(0, reading.orTimeout(10, TimeUnit.SECONDS).join());
      CompletableFuture<Integer> next = CompletableFuture.supplyAsync(() -> blockingRead(line));
      Files.write(dir.resolve("mute"), new byte[] {7});
      assertEquals(1, next.orTimeout(10, TimeUnit.SECONDS).join());
    }
  }

  @Test
  void aWakeBeforeTheReadIsNotLostToALookInBetween() throws Exception {
    try (Line line = mute().open()) {
      line.wake();
      assertEquals(0, line.read(new byte[8], 0, Duration.ZERO));
      assertEquals(0, blockingRead(line));
    }
  }

  @Test
  void acrossAThousandWakesAndClosesNoReadIsLeftWaiting() throws Exception {
    Port<Line> port = mute();
    for (int i = 0; i < 1_000; i++) {
      Line line = port.open();
      CompletableFuture<Boolean> reading = CompletableFuture.supplyAsync(() -> ended(line));
      if (i % 2 == 0) {
        line.wake();
      }
      line.close();
      assertTrue(reading.orTimeout(30, TimeUnit.SECONDS).join());
    }
  }

  private static boolean ended(Line line) {
    try {
      return line.read(new byte[8], 0, Duration.ofMinutes(5)) == 0;
    } catch (DeviceFaultException e) {
      return e.detail() == Detail.LINE_LOST;
    }
  }

  @Test
  void aCancelledCommandOnAMuteFileReturnsAndItsThreadIsFree() throws Exception {
    try (MuteDevice device = new MuteDevice(mute())) {
      for (int i = 0; i < 3; i++) {
        DeviceCommand<String> command = device.read();
        awaitWaiting("device-mute");
        command.cancel();
        assertEquals("cancelled", outcome(command));
        assertEquals("passed", outcome(device.selfTest(SelfTest.INTERNAL)));
      }
    }
  }

  /** Until the thread is seen in the poll of its line. */
  private static void awaitWaiting(String thread) throws InterruptedException {
    while (Thread.getAllStackTraces().entrySet().stream()
        .filter(entry -> entry.getKey().getName().equals(thread))
        .flatMap(entry -> Arrays.stream(entry.getValue()))
        .noneMatch(frame -> frame.getMethodName().equals("poll"))) {
      TimeUnit.MILLISECONDS.sleep(1);
    }
  }

  private static String outcome(DeviceCommand<?> command) {
    Object outcome = command.outcome().toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
    return outcome instanceof SelfTestOutcome.Passed ? "passed" : outcome.toString();
  }

  /** A pipe by name that nobody writes to. */
  private Port<Line> mute() throws Exception {
    Path pipe = dir.resolve("mute");
    assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
    return Port.of(new DeviceSettings("mute", "any:file:" + pipe, Map.of()));
  }

  private void assertNone(Detail detail, Path path) throws DeviceConfigurationException {
    Port<Line> port = port(path);
    DeviceFaultException e = assertThrows(DeviceFaultException.class, port::open);
    assertEquals(detail, e.detail());
    assertTrue(String.valueOf(e.getMessage()).contains(path.toString()), e::toString);
  }

  /** A read that is under way when this returns. */
  private static CompletableFuture<Integer> reading(Line line) throws InterruptedException {
    CompletableFuture<Integer> reading =
        CompletableFuture.supplyAsync(
            () -> blockingRead(line), task -> Thread.ofPlatform().name("reading").start(task));
    awaitWaiting("reading");
    return reading;
  }

  private static int blockingRead(Line line) {
    try {
      return line.read(new byte[8], 0, Duration.ofMinutes(10));
    } catch (DeviceFaultException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] readFully(Line line, int length) throws DeviceFaultException {
    byte[] buffer = new byte[length];
    int filled = 0;
    while (filled < length) {
      int count = line.read(buffer, filled, SOON);
      if (count == 0) {
        return Arrays.copyOf(buffer, filled);
      }
      filled += count;
    }
    return buffer;
  }

  private static Port<Line> port(Path path) throws DeviceConfigurationException {
    return Port.of(new DeviceSettings("id-card-reader", "sdt:serial:" + path, Map.of()));
  }

  /** A device that is asked for a byte and never gives one. */
  private static final class MuteDevice extends ThreadedDevice<Line> {
    MuteDevice(Port<Line> port) {
      super(
          DeviceThread.start(
              DeviceThread.Driven.recorded(
                  "mute",
                  Capabilities.of("mute"),
                  port,
                  _ -> Condition.READY,
                  Recorder.ofLengths()),
              DeviceThread.Timing.checkingEvery(Duration.ofMinutes(1))));
    }

    DeviceCommand<String> read() {
      return submit(new Reading());
    }

    @Override
    protected DeviceJob<Line, SelfTestOutcome> test(SelfTest level) {
      return new SelfTestJob<>(
          level, (_, _, sheet) -> sheet.write(SelfTestOutcome.Step.ANSWERS, true, ""));
    }
  }

  private static final class Reading implements DeviceJob<Line, String> {
    @Override
    public String name() {
      return "read";
    }

    @Override
    public String run(Line line, CommandRun run)
        throws DeviceFaultException, CommandCancelledException {
      int count = line.read(new byte[1], 0, Duration.ofMinutes(5));
      run.requireWanted();
      return "read " + count;
    }

    @Override
    public String failed(DeviceHealth health) {
      return "failed " + health.detail();
    }

    @Override
    public String cancelled() {
      return "cancelled";
    }
  }
}
