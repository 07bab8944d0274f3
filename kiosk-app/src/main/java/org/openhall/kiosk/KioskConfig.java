package org.openhall.kiosk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.openhall.kiosk.settings.KioskSettings;
import org.openhall.kiosk.shell.Terminal;
import org.openhall.kiosk.technician.TechnicianArea;
import org.openhall.link.TerminalIdentity;

/**
 * What is written for this terminal, read once at the start. What is missing or wrong is said on
 * stderr; the terminal then runs without what it would have told.
 *
 * @param settings the technician's; they name the devices
 * @param terminal what the terminal is called
 */
record KioskConfig(KioskSettings settings, Terminal terminal) {

  static KioskConfig read(Path data) {
    KioskSettings settings = KioskSettings.read(data);
    if (!settings.found()) {
      System.err.println(
          "kiosk: there is no "
              + settings.file()
              + "; the terminal runs without card reader and printer");
    }
    settings.wrongBeforeDevices().forEach(wrong -> System.err.println("kiosk: " + wrong));
    return new KioskConfig(
        settings,
        new Terminal(
            terminalId(data), settings.text("terminal.place"), settings.text("terminal.point")));
  }

  /** Whom citizens may call: {@code service.hotline}, {@code service.hours}. */
  TechnicianArea.Contact contact() {
    return new TechnicianArea.Contact(
        settings.text("service.hotline"), settings.text("service.hours"));
  }

  /** Whether no office ever had this terminal; one with a damaged identity is somebody's. */
  static boolean isNobodys(Path data) {
    return !Files.exists(data.resolve("terminal.json"));
  }

  private static String terminalId(Path data) {
    try {
      return TerminalIdentity.read(data).map(TerminalIdentity::terminalId).orElse("");
    } catch (IOException e) {
      System.err.println("kiosk: " + e.getMessage() + "; enrol the terminal again");
      return "";
    }
  }
}
