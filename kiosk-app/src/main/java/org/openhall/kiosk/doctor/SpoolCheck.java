package org.openhall.kiosk.doctor;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.openhall.kiosk.journal.Journal;
import org.openhall.link.event.SpoolFolder;
import org.openhall.link.event.SpoolFolder.Waiting;

/** How full it is where events wait for the office. */
record SpoolCheck(Machine machine) implements Check {
  private static final int FULL = 90;
  private static final int FILLING = 50;

  @Override
  public Area area() {
    return Area.SPOOL;
  }

  @Override
  public List<Finding> look() throws IOException {
    SpoolFolder spool = SpoolFolder.of(machine.data());
    List<Waiting> waiting = spool.waiting();
    List<Waiting> aside = spool.setAside();
    long bytes = Stream.concat(waiting.stream(), aside.stream()).mapToLong(Waiting::bytes).sum();
    long percent = bytes * 100 / cap();
    Severity severity =
        percent >= FULL ? Severity.FAULT : percent >= FILLING ? Severity.WARNING : Severity.OK;
    String code =
        percent >= FULL ? "spool.full" : percent >= FILLING ? "spool.filling" : "spool.ok";
    Finding fill = Finding.of(area(), severity, code, waiting.size(), percent);
    return aside.isEmpty()
        ? List.of(fill)
        : List.of(fill, Finding.of(area(), Severity.WARNING, "spool.aside", aside.size()));
  }

  private long cap() throws IOException {
    Properties properties = new Properties();
    String text = Machine.text(machine.data().resolve("kiosk.properties")).orElse("");
    try {
      properties.load(new StringReader(text));
    } catch (IllegalArgumentException saidWithTheDevices) {
      return Journal.USUAL_CAP;
    }
    String typed = properties.getProperty("spool.megabytes", "").strip();
    return typed.matches("[1-9]\\d{0,3}") ? Long.parseLong(typed) << 20 : Journal.USUAL_CAP;
  }
}
