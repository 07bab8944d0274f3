package org.openhall.office.desk.fleet;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.openhall.content.codec.EmergencyList;
import org.openhall.office.catalog.Catalog;
import org.openhall.office.catalog.RecordNames;
import org.openhall.office.database.OfficeDatabase;
import org.openhall.office.fleet.Fleet;
import org.openhall.office.fleet.FleetTerminal;
import org.openhall.office.publish.EmergencyDesk;
import org.openhall.office.text.OfficeTime;
import org.openhall.repository.metadata.RepositoryException;
import org.openhall.repository.publisher.RepositoryPublisher;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * Notices and withdrawals in force, and which terminals go by them; the page asks again by itself.
 */
@Controller
class UrgentPage {
  private final Fleet fleet;
  private final EmergencyDesk desk;
  private final RecordNames names;
  private final Clock clock;

  UrgentPage(
      Fleet fleet,
      OfficeDatabase database,
      Catalog catalog,
      RepositoryPublisher repository,
      Clock clock) {
    this.fleet = fleet;
    this.names = catalog.names();
    this.clock = clock;
    this.desk = new EmergencyDesk(database, repository, database.folder().resolve("tmp"), clock);
  }

  /**
   * A notice or a withdrawal.
   *
   * @param subject its title
   * @param record id of the record that was withdrawn; empty of a notice
   * @param words why, or until when
   * @param waited terminals that have not said that they go by it
   */
  public record Urgent(
      String subject,
      String record,
      String words,
      String at,
      int known,
      List<FleetTerminal> waited) {

    /** Whether it is one. */
    public boolean isNotice() {
      return record.isEmpty();
    }
  }

  @GetMapping("/desk/fleet/urgent")
  String page(Model model) throws IOException, RepositoryException {
    List<FleetTerminal> all =
        fleet.all().stream().filter(terminal -> !terminal.isRevoked()).toList();
    EmergencyList list = desk.present();
    Instant now = clock.instant();
    List<Urgent> urgent = new ArrayList<>();
    list.alerts().stream()
        .filter(alert -> alert.until().isAfter(now))
        .map(
            alert -> urgent(alert.title(), "", OfficeTime.minute(alert.until()), alert.from(), all))
        .forEach(urgent::add);
    list.withdrawals().stream()
        .sorted(Comparator.comparing(EmergencyList.Withdrawal::at).reversed())
        .map(one -> urgent(names.of(one.id()).orElse(one.id()), one.id(), one.why(), one.at(), all))
        .forEach(urgent::add);
    model.addAttribute("urgent", urgent);
    model.addAttribute("total", all.size());
    model.addAttribute("now", OfficeTime.minute(now));
    return "desk/fleet/urgent";
  }

  private static Urgent urgent(
      String subject, String record, String words, Instant at, List<FleetTerminal> all) {
    List<FleetTerminal> waited = all.stream().filter(terminal -> !terminal.knows(at)).toList();
    return new Urgent(
        subject, record, words, OfficeTime.minute(at), all.size() - waited.size(), waited);
  }
}
