package org.openhall.kiosk.technician;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openhall.content.store.ReleaseInfo;
import org.openhall.device.Counters;
import org.openhall.kiosk.shell.Messages;
import org.openhall.kiosk.technician.TechnicianDesk.Fact;
import org.openhall.link.TerminalIdentity;
import org.openhall.link.event.SpoolFolder;
import org.openhall.link.status.AgentStatus;
import org.openhall.link.status.EnrolmentStatus;
import org.openhall.link.status.StatusFile;

/** Who the terminal is, and what it shows. */
record TerminalFacts(Path data, String place, Messages words) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

  List<Fact> all(Optional<ReleaseInfo> release, Optional<Counters> printer) {
    List<Fact> facts = new ArrayList<>();
    try {
      Optional<TerminalIdentity> identity = TerminalIdentity.read(data);
      facts.add(new Fact("terminal", identity.map(TerminalIdentity::terminalId).orElse("")));
      facts.add(new Fact("office", identity.map(it -> it.office().toString()).orElse("")));
      facts.add(
          new Fact(
              "trust", StatusFile.enrolment(data).read().map(EnrolmentStatus::trust).orElse("")));
      facts.add(new Fact("place", place));
      facts.add(new Fact("release", release.map(it -> "" + it.number()).orElse("")));
      facts.add(new Fact("published", release.map(it -> time(it.publishedAt())).orElse("")));
      Optional<AgentStatus> agent = StatusFile.agent(data).read();
      facts.add(new Fact("contact", agent.map(it -> time(it.lastContact())).orElse("")));
      facts.add(new Fact("certificate", agent.map(TerminalFacts::until).orElse("")));
      facts.add(new Fact("waiting", "" + SpoolFolder.of(data).waiting().size()));
      facts.add(new Fact("paper", printer.isPresent() ? paper(printer.get()) : ""));
    } catch (IOException e) {
      System.err.println("kiosk: " + e);
    }
    return facts;
  }

  private static String until(AgentStatus status) {
    AgentStatus.Certificate certificate = status.certificate();
    return certificate == null ? "" : time(certificate.until());
  }

  private String paper(Counters printer) throws IOException {
    return PaperCount.read(data)
        .map(kept -> kept.since(printer))
        .map(since ->
            words.text(
                "technician.paper.since",
                time(since.at()),
                since.receipts(),
                since.millimetres() / 1000))
        .orElse("");
  }

  private static String time(@Nullable Instant at) {
    return at == null ? "" : TIME.format(at);
  }
}
