package org.openhall.office;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.openhall.office.publish.AttachmentFault;
import org.openhall.office.publish.PublishOutcome;
import org.openhall.office.publish.Release;
import org.openhall.office.text.Trouble;
import org.openhall.repository.metadata.RepositoryException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code publish}: publishes the catalogue as the next release. */
final class PublishCommand implements Command {
  private static final int FAULTS_SAID = 20;

  @Override
  public int run(Arguments arguments, Console console) throws IOException, SQLException {
    Office office = Office.open(arguments.data());
    long expected = total(office.catalog().countsByType());
    ProgressLine line = new ProgressLine(console, console.messages().text("publish.packing"));
    try {
      PublishOutcome outcome =
          office.publisher().publish(n -> line.at((double) n / expected, "import.rows", n));
      return say(outcome, arguments, console);
    } catch (RepositoryException e) {
      return console.fail(
          OfficeMain.MACHINE_FAILED,
          Trouble.of("trouble.repository", String.valueOf(e.getMessage())));
    }
  }

  private static int say(PublishOutcome outcome, Arguments arguments, Console console) {
    switch (outcome) {
      case PublishOutcome.EmptyCatalogue() -> {
        return console.fail(OfficeMain.BAD_INPUT, Trouble.of("trouble.empty-catalogue"));
      }
      case PublishOutcome.BadAttachments(List<AttachmentFault> faults) -> {
        return fail(faults, console);
      }
      case PublishOutcome.NothingChanged(Release last) -> {
        console.say("publish.nothing-changed", last.number());
        sayJson(last, false, arguments, console);
      }
      case PublishOutcome.Published(Release release) -> {
        console.say(
            "publish.done",
            release.number(),
            release.records(),
            Figures.size(release.bytes()),
            Figures.seconds(release.seconds()));
        sayJson(release, true, arguments, console);
      }
    }
    return OfficeMain.DONE;
  }

  /** Names the first files, and says how many there are in all. */
  private static int fail(List<AttachmentFault> faults, Console console) {
    for (AttachmentFault fault : faults.subList(0, Math.min(FAULTS_SAID, faults.size()))) {
      console.fail(
          OfficeMain.BAD_INPUT,
          Trouble.of(
              "attachment." + fault.kind(),
              fault.recordId(),
              fault.file().name(),
              fault.file().sha256(),
              Figures.size(fault.file().length())));
    }
    return console.fail(OfficeMain.BAD_INPUT, Trouble.of("trouble.bad-attachments", faults.size()));
  }

  private static void sayJson(
      Release release, boolean published, Arguments arguments, Console console) {
    if (arguments.wantsJson()) {
      ObjectNode json = JsonMapper.shared().createObjectNode();
      json.put("release", release.number());
      json.put("records", release.records());
      json.put("bytes", release.bytes());
      json.put("seconds", published ? release.seconds() : 0);
      json.put("published", published);
      console.out().println(json);
    }
  }

  private static long total(Map<String, Long> counts) {
    return Math.max(1, counts.values().stream().mapToLong(Long::longValue).sum());
  }
}
