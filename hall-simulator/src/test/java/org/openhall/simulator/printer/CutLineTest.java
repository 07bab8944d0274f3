package org.openhall.simulator.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
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

/**
 * A line that breaks after any byte that the driver sends, what lies on the paper then, and what
 * the next citizen gets.
 */
@Timeout(600)
class CutLineTest {

  private static final String FIRST = "回执41";
  private static final String CUT_OFF = "回执42";
  private static final String NEXT = "回执43";

  /** Looks, questions and the receipt itself are fewer bytes than this. */
  private static final int ENOUGH = 170;

  private static final int AT_ONCE = 24;
  private static final int ATTEMPTS = 5;
  private static final PrintOutcome PRINTED = new PrintOutcome.Printed();

  @TempDir Path folder;

  private record Ending(int cut, PrintOutcome outcome, List<List<String>> slips) {

    long onPaper() {
      return slips.stream().flatMap(List::stream).filter(CUT_OFF::equals).count();
    }
  }

  @Test
  void nothingIsSaidToBePrintedThatIsNotNothingIsPrintedTwiceAndNothingReachesTheNext()
      throws Exception {
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
    endings.forEach(CutLineTest::assertApart);
    assertEquals(PRINTED, endings.getLast().outcome());
    for (Class<?> kind : List.of(PrintOutcome.NotPrinted.class, PrintOutcome.Unknown.class)) {
      assertTrue(endings.stream().anyMatch(e -> kind.isInstance(e.outcome())), kind + " never");
    }
    assertTrue(
        endings.stream().anyMatch(e -> e.onPaper() == 1 && e.slips().size() == 3),
        "some half receipt came out by itself");
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

  /** What was printed next lies on a piece of its own, whole, and nothing else does. */
  private static void assertApart(Ending ending) {
    assertEquals(List.of(NEXT, "[image]"), ending.slips().getLast(), ending.toString());
    long next = ending.slips().stream().filter(lines -> lines.contains(NEXT)).count();
    assertEquals(1, next, ending.toString());
  }

  /** On a machine so busy that a driver loses its patience with a sound line, once more. */
  private Ending cutAfter(int bytes) throws Exception {
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      Optional<Ending> ending = tried(bytes, folder.resolve(bytes + "-" + attempt));
      if (ending.isPresent()) {
        return ending.get();
      }
    }
    throw new AssertionError("a sound line did not print, before or after a cut at " + bytes);
  }

  private static Optional<Ending> tried(int bytes, Path paper) throws Exception {
    try (EmulatedPrinter printer =
            EmulatedPrinter.start(new EmulatedPrinter.Options(0, 384, paper), () -> {});
        Driver driver = Driver.onPort(printer.port(), "58mm-gb18030")) {
      if (!driver.print(receipt(FIRST)).equals(PRINTED)) {
        return Optional.empty();
      }
      printer.cutLine(bytes);
      PrintOutcome outcome = driver.print(receipt(CUT_OFF));
      printer.mendLine();
      driver.awaitReady();
      if (!driver.print(receipt(NEXT)).equals(PRINTED)
          || outcome.equals(new PrintOutcome.Unknown(Detail.NO_ANSWER))) {
        return Optional.empty();
      }
      printer.awaitSlips();
      return Optional.of(new Ending(bytes, outcome, slips(paper)));
    }
  }

  /** A line, and dots within which the line may break. */
  private static Receipt receipt(String text) {
    return new Receipt(List.of(new Line.Text(text), new Line.Picture(8, 1, new BitSet())));
  }

  private static List<List<String>> slips(Path paper) throws Exception {
    List<Path> files = new ArrayList<>();
    try (var found = Files.newDirectoryStream(paper, "*.txt")) {
      found.forEach(files::add);
    }
    files.sort(null);
    List<List<String>> slips = new ArrayList<>();
    for (Path file : files) {
      slips.add(Files.readAllLines(file));
    }
    return slips;
  }
}
