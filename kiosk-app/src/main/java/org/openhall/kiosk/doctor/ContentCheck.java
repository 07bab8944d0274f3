package org.openhall.kiosk.doctor;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openhall.content.ReleaseAge;
import org.openhall.content.store.ContentSnapshot;
import org.openhall.content.store.CurrentContent;
import org.openhall.content.store.ReleaseInfo;
import org.openhall.content.store.SnapshotDirectory;
import org.openhall.content.store.UnreadableSnapshotException;
import org.openhall.link.status.AgentStatus;
import org.openhall.link.status.Refusal;
import org.openhall.link.status.StatusFile;

/** What there is to show, how old it is, and what was not taken. */
record ContentCheck(Machine machine, Clock clock) implements Check {

  @Override
  public Area area() {
    return Area.CONTENT;
  }

  @Override
  public List<Finding> look() throws IOException {
    Optional<AgentStatus> agent = StatusFile.agent(machine.data()).read();
    Path folder = machine.data().resolve("content");
    List<Finding> found = new ArrayList<>();
    found.add(
        new SnapshotDirectory(folder)
            .current()
            .map(current -> shown(current, agent))
            .orElseGet(() -> Finding.of(area(), Severity.FAULT, "content.none")));
    agent.ifPresent(status -> found.addAll(notTaken(status)));
    return found;
  }

  private Finding shown(CurrentContent current, Optional<AgentStatus> agent) {
    try (ContentSnapshot snapshot = ContentSnapshot.open(current.file(), clock)) {
      return aged(snapshot.release(), agent);
    } catch (UnreadableSnapshotException e) {
      return Finding.of(
          area(),
          Severity.FAULT,
          "content.damaged",
          current.release(),
          String.valueOf(e.getMessage()));
    }
  }

  private Finding aged(ReleaseInfo release, Optional<AgentStatus> agent) {
    Optional<Duration> age =
        ReleaseAge.at(
            clock.instant(),
            release.publishedAt(),
            agent.map(AgentStatus::lastVerified).orElse(null));
    String published = Times.of(release.publishedAt());
    if (age.isEmpty()) {
      return Finding.of(area(), Severity.WARNING, "content.no-age", release.number(), published);
    }
    boolean old = age.get().compareTo(release.staleAfter()) > 0;
    return Finding.of(
        area(),
        old ? Severity.WARNING : Severity.OK,
        old ? "content.old" : "content.ok",
        release.number(),
        published,
        age.get().toDays());
  }

  private List<Finding> notTaken(AgentStatus status) {
    List<Finding> found = new ArrayList<>();
    Refusal refusal = status.refusal();
    if (refusal != null) {
      found.add(
          Finding.of(
              area(),
              refusal.standing() ? Severity.FAULT : Severity.NOTE,
              refusal.standing() ? "content.refused" : "content.was-refused",
              refusal.thing(),
              Times.of(refusal.last()),
              refusal.words()));
    }
    AgentStatus.Files files = status.files();
    if (files != null && files.present() < files.named()) {
      found.add(
          Finding.of(
              area(),
              files.trouble().isEmpty() ? Severity.NOTE : Severity.WARNING,
              "content.files",
              files.present(),
              files.named(),
              files.trouble().stream().findFirst().orElse("")));
    }
    return found;
  }
}
