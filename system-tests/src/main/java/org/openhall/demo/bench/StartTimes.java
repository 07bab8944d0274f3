package org.openhall.demo.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openhall.demo.hall.Await;
import org.openhall.demo.hall.Hall;
import org.openhall.demo.hall.HallException;
import org.openhall.demo.hall.Program;

/** From the start of the process to the first frame, with the quick start and without, in turn. */
final class StartTimes {
  private static final int RUNS = 9;
  private static final double LIMIT_MS = 1000;
  private static final String SAID = "first-frame-ms=";

  private final KioskCommand command;
  private final Hall hall;

  StartTimes(KioskCommand command, Hall hall) {
    this.command = command;
    this.hall = hall;
  }

  List<Figure> measure() throws IOException, InterruptedException, HallException {
    if (!command.hasQuickStart()) {
      throw new HallException("the kiosk has no quick start; see kiosk.aot.log in .openhall");
    }
    List<Double> plain = new ArrayList<>();
    List<Double> quick = new ArrayList<>();
    for (int run = 0; run < RUNS; run++) {
      plain.add(time(command.plain()));
      quick.add(time(command));
    }
    return figures(Times.of(plain), Times.of(quick));
  }

  private static List<Figure> figures(Times plain, Times quick) {
    String of = "start: process to first frame (" + RUNS + " runs), ";
    return List.of(
        Figure.of(of + "plain, least", plain.least(), "ms"),
        Figure.of(of + "plain, median", plain.median(), "ms"),
        Figure.of(of + "quick, least", quick.least(), "ms"),
        Figure.atMost(LIMIT_MS, of + "quick, median", quick.median(), "ms"),
        Figure.of("start: plain / quick, medians", plain.median() / quick.median(), "×"));
  }

  private double time(KioskCommand kiosk) throws IOException, InterruptedException, HallException {
    try (Program program =
        Program.startCommand(
            hall.logs(), Map.of("GDK_GL", "disable"), "start", kiosk.untilFirstFrame())) {
      Await.until("the kiosk has ended", Duration.ofSeconds(60), () -> !program.running());
      String output = program.output();
      return output
          .lines()
          .filter(line -> line.startsWith(SAID))
          .mapToDouble(line -> Double.parseDouble(line.substring(SAID.length())))
          .findFirst()
          .orElseThrow(() -> new HallException("no first frame:\n" + output));
    }
  }
}
