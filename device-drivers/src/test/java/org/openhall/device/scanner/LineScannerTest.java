package org.openhall.device.scanner;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.device.DeviceCommand;
import org.openhall.device.DeviceConfigurationException;
import org.openhall.device.DeviceEvent;
import org.openhall.device.DeviceHealth.Detail;
import org.openhall.device.DeviceHealth.State;
import org.openhall.device.DeviceSettings;
import org.openhall.device.Prompt;
import org.openhall.device.ScannedCode;
import org.openhall.device.Scanner;
import org.openhall.device.Scanner.Flaw;
import org.openhall.device.Scanner.ScanOutcome;
import org.openhall.device.SelfTest;
import org.openhall.device.SelfTestOutcome;
import org.openhall.device.Trace;
import org.openhall.device.transport.DeviceThread.Timing;
import org.openhall.device.transport.Line;
import org.openhall.device.transport.Pty;

/** The driver as a terminal runs it, at the far end of a pseudo terminal. */
@Timeout(60)
class LineScannerTest {

  private static final Duration LONG = Duration.ofMinutes(1);
  private static final String SECRET = "440524188001010014";

  @TempDir Path dir;
  private final BlockingQueue<DeviceEvent.What> events = new LinkedBlockingQueue<>();
  private final Logger logger = Logger.getLogger("org.openhall");
  private final List<String> logged = new CopyOnWriteArrayList<>();
  private final Handler log =
      new Handler() {
        @Override
        public void publish(LogRecord entry) {
          logged.add(entry.getMessage() + entry.getThrown());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };
  private Pty pty = new Pty();
  private Path port;
  private Scanner scanner;

  @BeforeEach
  void plugIn() throws Exception {
    logger.setLevel(Level.ALL);
    logger.addHandler(log);
    port = Files.createSymbolicLink(dir.resolve("scanner"), pty.farEnd());
    open(Map.of());
  }

  @AfterEach
  void unplug() {
    scanner.close();
    pty.close();
    logger.removeHandler(log);
    logger.setLevel(null);
  }

  private void open(Map<String, String> options) throws Exception {
    if (scanner != null) {
      scanner.close();
    }
    scanner = opened("scanner:serial:" + port + "@9600", options);
    await(State.READY, Detail.NONE);
  }

  private Scanner opened(String value, Map<String, String> options)
      throws DeviceConfigurationException {
    Scanner fresh =
        (Scanner) new ScannerDriver().open(new DeviceSettings("scanner", value, options));
    events.clear();
    fresh.onEvent(event -> events.add(event.what()));
    return fresh;
  }

  private void await(State state, Detail detail) throws InterruptedException {
    while (true) {
      var next = events.take();
      var health =
          switch (next) {
            case DeviceEvent.Known(var known) -> known.health();
            case DeviceEvent.HealthChanged(var changed) -> changed;
            default -> null;
          };
      if (health != null && health.state() == state && health.detail() == detail) {
        return;
      }
    }
  }

  private void awaitBegun() throws InterruptedException {
    while (!(events.take() instanceof DeviceEvent.Prompted(long _, Prompt prompt)
        && prompt == Prompt.SHOW_CODE)) {
      // what was before
    }
  }

  /** Waits until the driver has taken off the line what was sent. */
  private void awaitReceived(int bytes) {
    long start = System.nanoTime();
    while (received() < bytes) {
      assertTrue(System.nanoTime() - start < LONG.toNanos(), "only " + received());
      Thread.onSpinWait();
    }
  }

  private int received() {
    return scanner.trace().entries().stream()
        .filter(entry -> entry.kind() == Trace.Kind.RECEIVED)
        .mapToInt(entry -> entry.raw().length)
        .sum();
  }

  private DeviceCommand<ScanOutcome> begun() throws InterruptedException {
    DeviceCommand<ScanOutcome> command = scanner.scan(LONG);
    awaitBegun();
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

  private void send(String text) {
    pty.write(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aCodeComesToWhoAsked() throws Exception {
    DeviceCommand<ScanOutcome> command = begun();
    send("一次性告知（1/1）\n1. 身份证\r");
    assertEquals("一次性告知（1/1）\n1. 身份证", text(outcome(command)));
    while (!(events.take() instanceof DeviceEvent.CommandEnded(long _, String kind)
        && kind.equals("CodeScanned"))) {
      // counters, perhaps
    }
    assertEquals(1, scanner.snapshot().counters().of(Scanner.CODES_SCANNED));
  }

  @Test
  void inPiecesAndInGb18030() throws Exception {
    DeviceCommand<ScanOutcome> command = begun();
    for (byte next : "办件42\r\n".getBytes(Charset.forName("GB18030"))) {
      pty.write(new byte[] {next});
    }
    assertEquals("办件42", text(outcome(command)));
  }

  @Test
  void whatNobodyAskedForIsDroppedAndSoIsTheRestOfIt() throws Exception {
    open(Map.of("suffix", "CR"));
    send("unasked\runasked too");
    awaitReceived(19);
    DeviceCommand<ScanOutcome> command = begun();
    send(" and its rest\rasked\r");
    assertEquals("asked", text(outcome(command)));
  }

  @Test
  void noiseAndOverlongAndBrokenCodesAreOutcomes() throws Exception {
    open(Map.of("suffix", "CR"));
    DeviceCommand<ScanOutcome> noise = begun();
    pty.write(new byte[] {0, (byte) 0xFF, '4', '2', '\r'});
    assertEquals(new ScanOutcome.CodeUnreadable(Flaw.NOT_TEXT), outcome(noise));
    DeviceCommand<ScanOutcome> broken = begun();
    send("half");
    assertEquals(new ScanOutcome.CodeUnreadable(Flaw.BROKEN_OFF), outcome(broken));
    DeviceCommand<ScanOutcome> overlong = begun();
    Thread.ofPlatform().daemon().start(() -> send("8".repeat(6_000) + "\r"));
    assertEquals(new ScanOutcome.CodeUnreadable(Flaw.TOO_LONG), outcome(overlong));
    DeviceCommand<ScanOutcome> whole = begun();
    send("42\r");
    assertEquals("42", text(outcome(whole)));
    assertEquals(3, scanner.snapshot().counters().of(Scanner.CODES_UNREADABLE));
  }

  @Test
  void aCancelEndsABlockedScanAndACodeThatComesThenIsNobodys() throws Exception {
    DeviceCommand<ScanOutcome> command = begun();
    command.cancel();
    assertEquals(new ScanOutcome.Cancelled(), outcome(command));
    send("late\r");
    awaitReceived(5);
    assertEquals(new ScanOutcome.NoCode(), outcome(scanner.scan(Duration.ZERO)));
  }

  @Test
  void aCloseEndsABlockedScan() throws Exception {
    DeviceCommand<ScanOutcome> command = begun();
    scanner.close();
    assertEquals(new ScanOutcome.Cancelled(), outcome(command));
  }

  @Test
  void aScannerThatGoesInTheMiddleOfACodeComesBack() throws Exception {
    DeviceCommand<ScanOutcome> command = begun();
    send("half");
    awaitReceived(4);
    pty.pullPlug();
    var gone = assertInstanceOf(ScanOutcome.ScannerUnavailable.class, outcome(command));
    assertEquals(Detail.LINE_LOST, gone.health().detail());
    Pty again = new Pty();
    pty = again;
    Files.delete(port);
    Files.createSymbolicLink(port, again.farEnd());
    await(State.READY, Detail.NONE);
    DeviceCommand<ScanOutcome> next = begun();
    send("whole\r");
    assertEquals("whole", text(outcome(next)));
  }

  @Test
  void aTriggerIsGivenAndTakenBackAlsoAfterACancel() throws Exception {
    open(Map.of("trigger-on", "16 54 0D", "trigger-off", "16550d"));
    DeviceCommand<ScanOutcome> command = begun();
    assertArrayEquals(new byte[] {0x16, 0x54, 0x0D}, pty.read());
    command.cancel();
    assertArrayEquals(new byte[] {0x16, 0x55, 0x0D}, pty.read());
    assertEquals(new ScanOutcome.Cancelled(), outcome(command));
  }

  @Test
  void aFileThatIsNoInputDeviceIsAHealth() throws Exception {
    scanner.close();
    for (String path : List.of("/dev/null", pty.farEnd().toString())) {
      try (Scanner keys = opened("scanner:input:" + path, Map.of())) {
        await(State.UNAVAILABLE, Detail.PORT_WRONG);
        var outcome =
            assertInstanceOf(ScanOutcome.ScannerUnavailable.class, outcome(keys.scan(LONG)));
        assertEquals(Detail.PORT_WRONG, outcome.health().detail());
      }
    }
  }

  @Test
  void keysAreReadAsOfAKeyboard() throws Exception {
    var way =
        new LineScanner.Way(
            () -> new OneAnswer(keys(0x23, 0x12, 0x26, 0x26, 0x18, 28)), // hello and Enter
            true,
            Framing.USUAL,
            new Trigger(new byte[0], new byte[0]));
    try (LineScanner keys =
        new LineScanner("keys", way, Timing.checkingEvery(Duration.ofDays(1)))) {
      assertEquals("hello", text(outcome(keys.scan(LONG))));
    }
  }

  private static byte[] keys(int... codes) {
    var bytes = new ByteArrayOutputStream();
    for (int code : codes) {
      bytes.writeBytes(KeyDecoderTest.event(1, code, 1));
      bytes.writeBytes(KeyDecoderTest.event(0, 0, 0));
      bytes.writeBytes(KeyDecoderTest.event(1, code, 0));
    }
    return bytes.toByteArray();
  }

  /** Nothing at the first look of a scan; then what it was made with; then nothing more. */
  private static final class OneAnswer implements Line {
    private final byte[] answer;
    private boolean given;

    OneAnswer(byte[] answer) {
      this.answer = answer;
    }

    @Override
    public int read(byte[] buffer, int offset, Duration timeout) {
      if (timeout.isZero() || given) {
        return 0;
      }
      given = true;
      System.arraycopy(answer, 0, buffer, offset, answer.length);
      return answer.length;
    }

    @Override
    public void write(byte[] bytes) {}

    @Override
    public void wake() {}

    @Override
    public void close() {}
  }

  @Test
  void aSelfTestTellsHowLongTheCodeWasAndNothingElse() throws Exception {
    DeviceCommand<SelfTestOutcome> test = scanner.selfTest(SelfTest.INTERACTIVE);
    awaitBegun();
    send(SECRET + "\r");
    SelfTestOutcome outcome = test.outcome().toCompletableFuture().join();
    assertInstanceOf(SelfTestOutcome.Passed.class, outcome);
    assertFalse(outcome.toString().contains(SECRET), outcome.toString());
    assertTrue(outcome.toString().contains("18 CHARACTERS"), outcome.toString());
  }

  @Test
  void nothingOfACodeIsInLogTraceEventOrText() throws Exception {
    open(Map.of("suffix", "CR"));
    List<String> told = new CopyOnWriteArrayList<>();
    scanner.onEvent(event -> told.add(event.toString()));
    send(SECRET + "\r");
    awaitReceived(19);
    DeviceCommand<ScanOutcome> command = begun();
    send(SECRET + "\r");
    ScanOutcome outcome = outcome(command);
    told.add(outcome.toString());
    ScannedCode code = ((ScanOutcome.CodeScanned) outcome).code();
    told.add(code.toString());
    code.close();
    told.add(String.valueOf(assertThrows(IllegalStateException.class, code::read)));
    told.add(scanner.trace().toString());
    told.add(scanner.snapshot().toString());
    told.addAll(logged);
    assertFalse(logged.isEmpty());
    String hex = HexFormat.of().formatHex(SECRET.getBytes(StandardCharsets.UTF_8));
    for (String text : told) {
      assertFalse(
          text.contains(SECRET.substring(0, 6)) || text.contains(hex.substring(0, 8)), text);
    }
  }

  @Test
  void whatWasErasedIsZero() {
    char[] text = SECRET.toCharArray();
    ScannedCode code = new ScannedCode(text);
    var view = code.read();
    code.close();
    assertArrayEquals(new char[text.length], text);
    assertEquals("\0".repeat(text.length), view.toString());
    assertTrue(code.erased());
  }

  @Test
  void settingsThatCannotBeAreSaid() {
    for (Map<String, String> options :
        List.of(
            Map.of("suffix", "XY"),
            Map.of("suffix", "123"),
            Map.of("gap", "1"),
            Map.of("trigger-on", "1".repeat(34)),
            Map.of("speed", "fast"))) {
      assertThrows(
          DeviceConfigurationException.class,
          () -> opened("scanner:serial:/dev/nothing@9600", options),
          options.toString());
    }
    assertThrows(
        DeviceConfigurationException.class,
        () -> opened("scanner:input:/dev/input/event0", Map.of("trigger-on", "00")));
    assertThrows(
        DeviceConfigurationException.class, () -> opened("scanner:input:event0", Map.of()));
  }

  @Test
  void aWaitIsBounded() {
    assertThrows(IllegalArgumentException.class, () -> scanner.scan(Duration.ofMinutes(6)));
    assertThrows(IllegalArgumentException.class, () -> scanner.scan(Duration.ofMillis(-1)));
  }
}
