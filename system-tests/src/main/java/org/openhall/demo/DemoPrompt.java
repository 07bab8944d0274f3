package org.openhall.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.openhall.demo.hall.Hall;
import org.openhall.demo.hall.HallException;
import org.openhall.demo.hall.NewContent;
import org.openhall.demo.hall.Program;

/** What a person types while the demo runs. */
final class DemoPrompt {

  private final Hall hall;
  private final Program kiosk;
  private int releases = 1;

  DemoPrompt(Hall hall, Program kiosk) {
    this.hall = hall;
    this.kiosk = kiosk;
  }

  /** Obeys until {@code quit}, or until the kiosk's window is closed where nothing can be typed. */
  void run(BufferedReader typed) throws IOException, InterruptedException {
    String line;
    while ((line = typed.readLine()) != null && !line.strip().equals("quit")) {
      if (!line.isBlank()) {
        System.out.println(answer(line.strip()));
      }
    }
    while (line == null && kiosk.running()) {
      LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
    }
  }

  private String answer(String line) throws IOException, InterruptedException {
    try {
      return line.equals("release") ? release() : hall.control(line.split("\\s+")).strip();
    } catch (HallException e) {
      return e.said();
    }
  }

  private String release() throws IOException, InterruptedException, HallException {
    releases++;
    List<String> words = List.of("import", NewContent.write(hall.logs(), releases).toString());
    return hall.office(words.toArray(String[]::new)) + hall.office("publish").strip();
  }
}
