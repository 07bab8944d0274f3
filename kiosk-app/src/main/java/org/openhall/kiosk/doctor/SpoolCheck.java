package org.openhall.kiosk.doctor;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.openhall.kiosk.settings.KioskSettings;
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
    long percent = bytes * 100 / KioskSettings.read(machine.data()).spoolBytes();
    Severity severity =
        percent >= FULL ? Severity.FAULT : percent >= FILLING ? Severity.WARNING : Severity.OK;
    String code =
        percent >= FULL ? "spool.full" : percent >= FILLING ? "spool.filling" : "spool.ok";
    Finding fill = Finding.of(area(), severity, code, waiting.size(), percent);
    return aside.isEmpty()
        ? List.of(fill)
        : List.of(fill, Finding.of(area(), Severity.WARNING, "spool.aside", aside.size()));
  }
}
