package org.openhall.simulator.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.device.DeviceHealth.Detail;
import org.openhall.device.Receipt;
import org.openhall.device.Receipt.Line;
import org.openhall.device.ReceiptPrinter.PrintOutcome;

/** A line that breaks after any byte that the driver sends, and what lies on the paper then. */
@Timeout(600)
class CutLineTest {

  private static final String MARK = "回执42";
  private static final Receipt RECEIPT = new Receipt(List.of(new Line.Text(MARK)));

  /** Looks, questions and the receipt itself are fewer bytes than this. */
  private static final int ENOUGH = 80;

  private static final int AT_ONCE = 16;

  @TempDir Path folder;

  private record Ending(int cut, PrintOutcome outcome, int onPaper) {}

  @Test
  void nothingIsSaidToBePrintedThatIsNotAndNothingIsPrintedTwice() throws Exception {
    List<Ending> endings = new ArrayList<>();
    try (ExecutorService pool = Executors.newFixedThreadPool(AT_ONCE)) {
      List<Future<Ending>> running = new ArrayList<>();
      for (int cut = 1; cut <= ENOUGH; cut++) {
        int after = cut;
        running.add(pool.submit(() -> cutAfter(after)));
      }
      for (Future<Ending> one : running) {
        endings.add(one.get());
      }
    }
    endings.forEach(CutLineTest::assertHonest);
    assertEquals(new PrintOutcome.Printed(), endings.getLast().outcome());
    for (Class<?> kind : List.of(PrintOutcome.NotPrinted.class, PrintOutcome.Unknown.class)) {
      assertTrue(endings.stream().anyMatch(e -> kind.isInstance(e.outcome())), kind + " never");
    }
  }

  private static void assertHonest(Ending ending) {
    switch (ending.outcome()) {
      case PrintOutcome.Printed() -> assertEquals(1, ending.onPaper(), ending.toString());
      case PrintOutcome.NotPrinted(Detail reason) ->
          assertEquals(0, ending.onPaper(), reason + " " + ending);
      case PrintOutcome.Unknown(Detail reason) -> {
        assertEquals(Detail.LINE_LOST, reason, ending.toString());
        assertTrue(ending.onPaper() <= 1, ending.toString());
      }
      case PrintOutcome.Cancelled cancelled -> throw new AssertionError(ending.toString());
    }
  }

  private Ending cutAfter(int bytes) throws Exception {
    Path paper = Files.createDirectory(folder.resolve(String.valueOf(bytes)));
    try (EmulatedPrinter printer =
        EmulatedPrinter.start(new EmulatedPrinter.Options(0, 384, paper), () -> {})) {
      printer.cutLine(bytes);
      PrintOutcome outcome;
      try (Driver driver = Driver.onPort(printer.port(), "58mm-gb18030")) {
        outcome = driver.print(RECEIPT);
        printer.mendLine();
        driver.awaitReady();
      }
      try (PrinterHost host = new PrinterHost(printer.port())) {
        host.send("0A", "1D564200", "1D7231").receive(1);
      }
      printer.awaitSlips();
      return new Ending(bytes, outcome, marks(paper));
    }
  }

  private static int marks(Path paper) throws Exception {
    int marks = 0;
    try (var files = Files.newDirectoryStream(paper, "*.txt")) {
      for (Path file : files) {
        marks += Files.readString(file).split(MARK, -1).length - 1;
      }
    }
    return marks;
  }
}
