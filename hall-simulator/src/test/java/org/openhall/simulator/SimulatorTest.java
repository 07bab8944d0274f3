package org.openhall.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.simulator.control.Answer;
import org.openhall.simulator.control.ControlClient;

/** The devices together, worked through their control socket. */
@Timeout(60)
class SimulatorTest {

  @TempDir Path folder;

  @Test
  void layACardAndReportsIt() throws IOException {
    try (Simulator _ = Simulator.start(folder, 0, 576)) {
      assertTrue(ControlClient.send(folder, "lay zhang").done());
      ControlClient.Reply status = ControlClient.send(folder, "status");
      assertTrue(status.json().contains("\"card\":\"zhang\""), status.json());
      assertTrue(ControlClient.send(folder, "take").done());
      assertTrue(ControlClient.send(folder, "status").json().contains("\"card\":\"none\""));
    }
  }

  @Test
  void refusesAnUnknownCardAndListsTheKnown() throws IOException {
    try (Simulator _ = Simulator.start(folder, 0, 576)) {
      ControlClient.Reply reply = ControlClient.send(folder, "lay nobody");
      assertFalse(reply.done());
      assertTrue(reply.lines().getFirst().contains("zhang"), reply.lines().toString());
    }
  }

  @Test
  void showsThePaperThatCameOut() throws IOException {
    try (Simulator simulator = Simulator.start(folder, 0, 384)) {
      assertFalse(ControlClient.send(folder, "show").done(), "no paper before the first job");
      int port = Integer.parseInt(Files.readString(folder.resolve("printer.port")).strip());
      assertEquals(simulator.printer().port(), port);
      try (Socket host = new Socket(InetAddress.getLoopbackAddress(), port)) {
        host.getOutputStream()
            .write("hello\n\u001dV\0\u001dr1".getBytes(StandardCharsets.US_ASCII));
        assertEquals(0, host.getInputStream().read());
      }
      List<String> lines = ControlClient.send(folder, "show").lines();
      assertEquals(List.of("Slip 1: " + folder.resolve("paper/001.png"), "hello"), lines);
    }
  }

  @Test
  void setsEveryStateOfTheDevices() throws IOException {
    try (Simulator _ = Simulator.start(folder, 0, 576)) {
      for (String command :
          List.of(
              "paper out",
              "cover open",
              "cutter error",
              "printer offline",
              "line cut",
              "module mute")) {
        assertTrue(ControlClient.send(folder, command).done(), command);
      }
      String status = ControlClient.send(folder, "status").json();
      for (String fact :
          List.of(
              "\"paper\":\"out\"",
              "\"cover\":\"open\"",
              "\"cutter\":\"error\"",
              "\"switch\":\"offline\"",
              "\"line\":\"cut\"",
              "\"fault\":\"mute\"")) {
        assertTrue(status.contains(fact), status);
      }
    }
  }

  @Test
  void putsAChipIntoTheSlotAndSaysThatNobodySeesIt() throws IOException {
    ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    Simulator.Options options = options(closed);
    closed.close();
    try (Simulator _ = Simulator.start(folder, options)) {
      ControlClient.Reply laid = ControlClient.send(folder, "lay social-3");
      assertTrue(laid.done());
      assertTrue(laid.lines().getLast().contains("No vpcd answers"), laid.lines().toString());
      String status = ControlClient.send(folder, "status").json();
      assertTrue(status.contains("\"chip\":\"social-3\""), status);
      assertTrue(status.contains("called again"), status);
      assertTrue(ControlClient.send(folder, "take slot").json().contains("social-3"));
      assertTrue(ControlClient.send(folder, "status").json().contains("\"chip\":\"none\""));
    }
  }

  @Test
  void worksScannerAndSensorsAndReportsThem() throws IOException {
    try (Simulator _ = Simulator.start(folder, 0, 576)) {
      for (String command : List.of("scan 42", "presence near", "door open", "scanner gone")) {
        assertTrue(ControlClient.send(folder, command).done(), command);
      }
      String status = ControlClient.send(folder, "status").json();
      for (String fact :
          List.of(
              "\"door\":{\"fault\":\"ok\",\"state\":\"open\"}",
              "\"presence\":{\"fault\":\"ok\",\"state\":\"near\"}",
              "\"scanner\":{\"codes\":1,\"fault\":\"gone\"}")) {
        assertTrue(status.contains(fact), status);
      }
      assertEquals("1", Files.readString(folder.resolve("maintenance-door.value")).strip());
      assertFalse(ControlClient.send(folder, "scan 43").done(), "its cable is out");
      assertFalse(ControlClient.send(folder, "scan slip").done(), "nothing was printed");
      assertTrue(ControlClient.send(folder, "sensors gone").done());
      assertFalse(Files.exists(folder.resolve("maintenance-door.value")));
      assertTrue(ControlClient.send(folder, "sensors ok").done());
      assertEquals("1", Files.readString(folder.resolve("presence-sensor.value")).strip());
    }
  }

  @Test
  void swapsTheCardOfTheSlotAsAHandDoes() throws IOException {
    try (ServerSocket vpcd = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Simulator simulator = Simulator.start(folder, options(vpcd))) {
      assertEquals(1, ControlClient.send(folder, "lay social-1").lines().size());
      try (Socket first = vpcd.accept()) {
        assertTrue(ControlClient.send(folder, "swap social-2").done());
        assertEquals(-1, first.getInputStream().read(), "the first has left");
      }
      assertEquals("social-2", simulator.slot().chip().orElseThrow().name());
      vpcd.accept().close();
    }
  }

  @Test
  void aTrainersCardCountsAtOnceAndAWrongOneIsNamed() throws IOException {
    try (Simulator simulator = Simulator.start(folder, 0, 576)) {
      Path cards = Files.createDirectory(folder.resolve("cards"));
      Files.writeString(
          cards.resolve("wu.properties"),
          "kind=resident\nname=武松\nborn=19700101\nnumber=1\nvalid-until=长期\n");
      Files.writeString(cards.resolve("bad.properties"), "kind=passport\n");
      assertTrue(ControlClient.send(folder, "lay wu").done());
      assertEquals("武松", simulator.idModule().card().orElseThrow().value("name"));
      List<String> lines = ControlClient.send(folder, "cards").lines();
      assertTrue(lines.getFirst().startsWith("wu "), lines.toString());
      assertTrue(lines.getLast().contains("bad.properties has kind 'passport'"), lines.toString());
    }
  }

  @Test
  void tearsOnlyWhatLies() throws IOException {
    try (Simulator simulator = Simulator.start(folder, 0, 576)) {
      assertFalse(simulator.perform("tear").done());
      assertTrue(simulator.perform("lay zhang").done());
      assertTrue(simulator.perform("tear after 2000").done());
      assertTrue(simulator.idModule().card().isPresent());
    }
  }

  @Test
  void waitsForASlipThatNobodyHasBeenToldOf() throws Exception {
    try (Simulator simulator = Simulator.start(folder, 0, 384)) {
      CompletableFuture<Answer> waiting =
          CompletableFuture.supplyAsync(() -> simulator.perform("wait-for slip"));
      print(simulator, "one");
      assertTrue(waiting.get().lines().contains("one"), waiting.get().lines().toString());
      assertFalse(simulator.perform("wait-for slip within 1").done(), "it was told of");
      print(simulator, "two");
      assertTrue(simulator.perform("wait-for slip").lines().contains("two"));
    }
  }

  @Test
  void remembersEachCommandAsItWasTyped() throws IOException {
    try (Simulator simulator = Simulator.start(folder, 0, 576)) {
      simulator.perform("lay zhang");
      ControlClient.send(folder, "paper wet");
      assertEquals(
          List.of("lay zhang true", "paper wet false"),
          simulator.log().stream().map(e -> e.line() + " " + e.answer().done()).toList());
    }
  }

  private static void print(Simulator simulator, String text) throws IOException {
    try (Socket host = new Socket(InetAddress.getLoopbackAddress(), simulator.printer().port())) {
      host.getOutputStream()
          .write((text + "\n\u001dV\0\u001dr1").getBytes(StandardCharsets.US_ASCII));
      assertEquals(0, host.getInputStream().read());
    }
  }

  private static Simulator.Options options(ServerSocket vpcd) {
    return new Simulator.Options(
        0, 576, new InetSocketAddress(vpcd.getInetAddress(), vpcd.getLocalPort()));
  }

  @Test
  void refusesToRunTwiceInOneFolderAndLeavesTheFirstAlone() throws IOException {
    try (Simulator _ = Simulator.start(folder, 0, 576)) {
      Path line = Files.readSymbolicLink(folder.resolve("id-module"));
      IOException refused = assertThrows(IOException.class, () -> Simulator.start(folder, 0, 576));
      assertTrue(refused.toString().contains("already running"), refused.toString());
      assertEquals(line, Files.readSymbolicLink(folder.resolve("id-module")));
      assertTrue(ControlClient.send(folder, "status").done());
    }
  }

  @Test
  void takesNothingWhenThePortIsInUse() throws IOException {
    try (Simulator first = Simulator.start(folder, 0, 576)) {
      Path second = folder.resolve("second");
      int port = first.printer().port();
      assertThrows(IOException.class, () -> Simulator.start(second, port, 576));
      try (Stream<Path> left = Files.list(second)) {
        assertEquals(List.of(second.resolve("paper")), left.toList());
      }
    }
  }

  @Test
  void saysHowToStartWhenNoDevicesRun() {
    IOException refused =
        assertThrows(IOException.class, () -> ControlClient.send(folder, "status"));
    assertTrue(refused.toString().contains("run"), refused.toString());
  }

  @Test
  void takesAwayItsTracesWhenItStops() throws IOException {
    Simulator.start(folder, 0, 576).close();
    try (Stream<Path> left = Files.list(folder)) {
      assertEquals(List.of(folder.resolve("paper")), left.toList());
    }
  }
}
