package org.openhall.demo.gallery;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.openhall.device.SelfTest;
import org.openhall.kiosk.doctor.Area;
import org.openhall.kiosk.doctor.Finding;
import org.openhall.kiosk.doctor.Severity;
import org.openhall.kiosk.technician.Access;
import org.openhall.kiosk.technician.Deed;
import org.openhall.kiosk.technician.Reason;
import org.openhall.kiosk.technician.Role;
import org.openhall.kiosk.technician.TechnicianDesk;

/** A terminal's service area without a terminal: 1 is a technician's PIN, 2 an attendant's. */
final class PlayedService implements TechnicianDesk {
  private static final Duration LONG = Duration.ofMinutes(2);

  @Override
  public void enter(char[] pin, Consumer<Access.Outcome> then) {
    then.accept(
        switch (pin[0]) {
          case '1' -> new Access.Outcome.Entered(Role.TECHNICIAN);
          case '2' -> new Access.Outcome.Entered(Role.ATTENDANT);
          case '3' -> new Access.Outcome.Locked(LONG);
          case '4' -> new Access.Outcome.NoPin();
          default -> new Access.Outcome.Wrong(Duration.ZERO);
        });
  }

  @Override
  public void look(Consumer<List<Finding>> then) {
    then.accept(
        List.of(
            finding(Area.DEVICES, Severity.FAULT, "device.PAPER_OUT", "receipt-printer", "0C"),
            finding(Area.CLOCK, Severity.WARNING, "clock.unsynchronised"),
            finding(Area.DISK, Severity.OK, "disk.room", "9120", "15258"),
            finding(Area.CERTIFICATES, Severity.OK, "certificate.terminal.ok", "2027-02-28 23:31"),
            finding(Area.CONTENT, Severity.OK, "content.ok", "12", "2026-11-30 09:00", "0"),
            finding(Area.LOCK_DOWN, Severity.UNKNOWN, "lock.passwords-not-read")));
  }

  private static Finding finding(Area area, Severity severity, String code, String... about) {
    return new Finding(area, severity, code, List.of(about));
  }

  @Override
  public List<DeviceLine> devices(Locale locale) {
    boolean chinese = locale.getLanguage().equals("zh");
    return List.of(
        new DeviceLine("id-card-reader", true, chinese ? "可用" : "Ready"),
        new DeviceLine(
            "receipt-printer",
            false,
            chinese ? "不可用：打印纸已用完——请装入新纸并合上上盖" : "Cannot be used: The paper is used up"));
  }

  @Override
  public void test(String key, SelfTest level, Locale locale, Told told) {
    told.line("✓ 05.03-20160613-000012345-0123456789");
    told.end(true);
  }

  @Override
  public void cancel() {}

  @Override
  public List<Fact> facts() {
    return List.of(
        new Fact("terminal", "terminal-1"),
        new Fact("office", "https://office.example:8443/"),
        new Fact("trust", "K7QF-2M9D-XW4T-8RBC-03HE"),
        new Fact("place", "示例市政务服务中心 1楼大厅"),
        new Fact("release", "12"),
        new Fact("published", "2026-11-30 09:00"),
        new Fact("contact", "2026-11-30 16:58"),
        new Fact("certificate", "2027-02-28 23:31"),
        new Fact("waiting", "0"),
        new Fact("paper", ""));
  }

  @Override
  public void did(Optional<Role> who, Deed deed, String about) {}

  @Override
  public void paperChanged() {}

  @Override
  public void restartKiosk() {}

  @Override
  public void restartMachine() {}

  @Override
  public void outOfService(Optional<Reason> reason) {}

  @Override
  public void accept(List<Said> person, Locale locale, Consumer<Accepted> then) {
    then.accept(new Accepted(true, "9D2K-77WM-QX0A-PT5R-C8VN", true, List.of()));
  }
}
