package org.openhall.devices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.device.CounterFile;
import org.openhall.device.DeviceHealth.State;
import org.openhall.device.Devices;
import org.openhall.kiosk.devices.DeviceDoor;
import org.openhall.kiosk.devices.DeviceMain;
import org.openhall.simulator.Simulator;
import org.openhall.simulator.control.ControlClient;

@Timeout(180)
class DeviceCommandTest {

  /** Of the emulated card zhang: name, number, and birth. */
  private static final List<String> PERSONAL = List.of("张", "三丰", "10519491231", "19491231", "武当");

  @TempDir Path dir;
  private Path data;
  private Simulator simulator;
  private final AtomicBoolean visit = new AtomicBoolean();
  private final List<AutoCloseable> toClose = new ArrayList<>();
  private final List<String> out = new CopyOnWriteArrayList<>();
  private final List<String> err = new CopyOnWriteArrayList<>();

  @BeforeEach
  void start() throws IOException {
    Path devices = Files.createDirectory(dir.resolve("d"));
    data = Files.createDirectory(dir.resolve("t"));
    simulator = Simulator.start(devices, 0, 576);
    Files.writeString(
        data.resolve("terminal.properties"),
        """
        id-card-reader=sdt:serial:%s@115200
        receipt-printer=escpos:tcp:127.0.0.1:%d
        terminal.place=示例
        """
            .formatted(devices.resolve("id-module"), simulator.printer().port()));
  }

  @AfterEach
  void stop() throws Exception {
    for (AutoCloseable each : toClose.reversed()) {
      each.close();
    }
    simulator.close();
  }

  @Test
  void withoutAKioskItOpensThePortsItself() throws IOException {
    assertEquals(0, device("list", "--lang", "en"));
    assertEquals(
        List.of(
            "id-card-reader  sdt  Ready: The device works; nothing to do",
            "receipt-printer  escpos  Ready: The device works; nothing to do"),
        out.getFirst().lines().toList());
    assertEquals(0, device("self-test", "receipt-printer", "external"));
    assertTrue(last().endsWith("通过"), last());
    assertEquals(0, device("status", "receipt-printer", "--json"));
    assertTrue(last().contains("\"receipts-printed\":1"), last());
  }

  @Test
  void whereAKioskRunsItIsAskedAndKeepsThePorts() throws Exception {
    Devices devices = kiosk();
    assertEquals(0, device("list"));
    assertEquals(0, device("self-test", "id-card-reader", "--json"));
    assertTrue(last().contains("05.03-20160613-000012345-0123456789"), last());
    assertEquals(0, device("self-test", "receipt-printer"));
    assertEquals(
        2,
        devices.counters("id-card-reader").of("commands")
            + devices.counters("receipt-printer").of("commands"));
    assertEquals(1, devices.counters("id-card-reader").of("connections"));
    assertEquals(
        "rw-------",
        PosixFilePermissions.toString(
            Files.getPosixFilePermissions(data.resolve("status/devices.sock"))));
  }

  @Test
  void ofACardOnlyWhatIsMaskedIsShown() throws Exception {
    kiosk();
    ControlClient.send(dir.resolve("d"), "card zhang");
    assertEquals(0, device("read-card"));
    assertTrue(last().startsWith("已读取: *"), last());
    ControlClient.send(dir.resolve("d"), "card none");
    ControlClient.send(dir.resolve("d"), "card zhang");
    assertEquals(0, device("read-card", "--json"));
    assertTrue(last().contains("\"outcome\":\"CardRead\""), last());
    noPerson(String.join("\n", out));
    Path trace = dir.resolve("card.trace");
    assertEquals(0, device("record", "id-card-reader", trace.toString()));
    noPersonIn(trace);
    assertEquals(0, device("replay", trace.toString()));
    assertTrue(last().startsWith("✓ read  CardRead → CardRead"), last());
  }

  @Test
  void withNobodyAtTheReaderTheWaitEndsAndTheAnswerIsNo() throws Exception {
    kiosk();
    assertEquals(1, device("read-card", "--seconds", "1", "--lang", "en"));
    assertEquals("No card was laid down", last());
  }

  @Test
  void aFileIsPrintedAndReallyComesOut() throws Exception {
    kiosk();
    Path text = Files.writeString(dir.resolve("note.txt"), "# 通知\n---\n今日 16:30 停止取号\n");
    assertEquals(0, device("print", text.toString(), "--lang", "en"));
    assertEquals("Printed, confirmed by the printer", last());
    List<String> paper = ControlClient.send(dir.resolve("d"), "show").lines();
    assertTrue(paper.contains("今日 16:30 停止取号"), paper.toString());
    ControlClient.send(dir.resolve("d"), "cover open");
    assertEquals(1, device("print", text.toString(), "--lang", "en"));
    assertEquals("Nothing was printed: The printer's cover is open – close it", last());
  }

  @Test
  void whileACitizenIsAtTheTerminalNothingIsReadOrPrinted() throws Exception {
    kiosk();
    visit.set(true);
    assertEquals(1, device("read-card", "--seconds", "1"));
    assertEquals(1, device("self-test", "receipt-printer", "external"));
    assertEquals(List.of(last(), last()), out.subList(out.size() - 2, out.size()));
    assertEquals("有群众正在使用终端；请在无人时再试", last());
    assertEquals(0, device("self-test", "receipt-printer", "internal"));
  }

  @Test
  void aWatchTellsHowThingsStandAndThenEachChange() throws Exception {
    kiosk();
    BlockingQueue<String> told = new LinkedBlockingQueue<>();
    CompletableFuture<Integer> watch =
        CompletableFuture.supplyAsync(() ->
            DeviceMain.perform(
                arguments("watch", "receipt-printer", "--seconds", "60", "--json"),
                told::add,
                err::add));
    assertTrue(next(told).contains("\"what\":\"Known\""));
    ControlClient.send(dir.resolve("d"), "paper out");
    awaitLine(told, "UNAVAILABLE PAPER_OUT");
    ControlClient.send(dir.resolve("d"), "paper ok");
    awaitLine(told, "RECEIPT_PAPER ENOUGH");
    awaitLine(told, "READY NONE");
    assertFalse(watch.isDone());
    toClose.removeLast().close();
    toClose.removeLast().close();
    awaitLine(told, "UNAVAILABLE CLOSED");
  }

  @Test
  void aSecondKioskOnTheSameFolderIsRefusedAndALeftSocketIsReplaced() throws Exception {
    kiosk();
    Devices devices = (Devices) toClose.getFirst();
    IOException e =
        org.junit.jupiter.api.Assertions.assertThrows(
            IOException.class, () -> DeviceDoor.open(data, devices, visit::get).close());
    assertTrue(String.valueOf(e.getMessage()).contains("another kiosk"), e::toString);
    toClose.removeLast().close();
    try (var dead =
        java.nio.channels.ServerSocketChannel.open(java.net.StandardProtocolFamily.UNIX)) {
      dead.bind(java.net.UnixDomainSocketAddress.of(data.resolve("status/devices.sock")));
    }
    DeviceDoor.open(data, devices, visit::get).close();
  }

  @Test
  void aCommandThatIsNotUnderstoodSaysWhy() {
    assertEquals(2, device("self-test"));
    assertEquals(2, device("self-test", "receipt-printer", "all"));
    assertEquals(2, device("wash"));
    assertEquals(2, device("watch", "--seconds", "1000"));
    assertTrue(err.getFirst().contains("self-test needs KEY"), err.toString());
    assertEquals(1, device("self-test", "scanner", "--lang", "en"));
    assertEquals("There is no device scanner; list shows them", last());
  }

  /** What the kiosk does when it starts, without its screen. */
  private Devices kiosk() throws Exception {
    Properties config = new Properties();
    config.load(Files.newBufferedReader(data.resolve("terminal.properties")));
    Files.createDirectories(data.resolve("status"));
    Devices devices =
        Devices.open(config, new CounterFile(data.resolve("status/counters.properties")));
    toClose.add(devices);
    for (var device : devices.all().values()) {
      BlockingQueue<State> states = new LinkedBlockingQueue<>();
      try (var subscription = device.onHealth(health -> states.add(health.state()))) {
        while (states.poll(30, TimeUnit.SECONDS) != State.READY) {
          assertFalse(
              states.isEmpty() && device.health().state() == State.UNAVAILABLE,
              subscription::toString);
        }
      }
    }
    toClose.add(DeviceDoor.open(data, devices, visit::get));
    return devices;
  }

  private int device(String... words) {
    return DeviceMain.perform(arguments(words), out::add, err::add);
  }

  private List<String> arguments(String... words) {
    List<String> arguments = new ArrayList<>(List.of("--data", data.toString()));
    arguments.addAll(List.of(words));
    return arguments;
  }

  private String last() {
    return out.getLast();
  }

  private static String next(BlockingQueue<String> lines) throws InterruptedException {
    String line = lines.poll(60, TimeUnit.SECONDS);
    assertTrue(line != null, "nothing was told");
    return line;
  }

  private static void awaitLine(BlockingQueue<String> lines, String about)
      throws InterruptedException {
    while (!next(lines).contains("\"about\":\"" + about)) {
      assertFalse(about.isEmpty());
    }
  }

  private static void noPersonIn(Path trace) throws IOException {
    String text = Files.readString(trace);
    for (String personal : PERSONAL) {
      byte[] units = personal.getBytes(java.nio.charset.StandardCharsets.UTF_16LE);
      assertFalse(text.contains(java.util.HexFormat.of().formatHex(units)), personal);
    }
    noPerson(text);
  }

  private static void noPerson(String text) {
    PERSONAL.forEach(personal -> assertFalse(text.contains(personal), personal));
  }
}
