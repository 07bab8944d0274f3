package org.openhall.office;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.openhall.office.lint.Despite;
import org.openhall.office.lint.LintReport;
import org.openhall.office.lint.Review;
import org.openhall.office.lint.Severity;
import org.openhall.office.publish.AttachmentFault;
import org.openhall.office.publish.Changes;
import org.openhall.office.publish.PrepareOutcome;
import org.openhall.office.publish.PublishOutcome;
import org.openhall.office.publish.Release;
import org.openhall.office.text.Figures;
import org.openhall.office.text.Trouble;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Says what came of preparing and publishing, and gives the exit status.
 *
 * @param arguments whether JSON is wanted
 * @param console where to speak
 */
record ReleaseSpeaker(Arguments arguments, Console console) {
  private static final int FAULTS_SAID = 20;

  /** A line that moves while records are packed. */
  LongConsumer progress(Map<String, Long> counts) {
    long expected = Math.max(1, counts.values().stream().mapToLong(Long::longValue).sum());
    ProgressLine line = new ProgressLine(console, console.messages().text("publish.packing"));
    return n -> line.at((double) n / expected, "import.rows", n);
  }

  /** Says what came of it, and what was found by the look at the records. */
  int say(PrepareOutcome outcome, Review review) throws IOException {
    int status = say(outcome);
    LintReport report = review.report();
    if (outcome instanceof PrepareOutcome.Prepared(long number, Changes _)) {
      console.say(
          "release.looked-at",
          report.of(Severity.ERROR),
          report.of(Severity.WARNING),
          report.of(Severity.NOTICE),
          report.accepted());
      Optional<String> reason = review.reason();
      if (reason.isPresent()) {
        Despite despite = new Despite(arguments.data(), number);
        despite.keep(reason.get(), new LintText(console.messages()).errors(report));
        console.say("release.despite", number, reason.get(), despite.file().toString());
      }
    }
    return status;
  }

  private int say(PrepareOutcome outcome) {
    switch (outcome) {
      case PrepareOutcome.OpenErrors(LintReport report) -> {
        console.print(new LintText(console.messages()).errors(report));
        return fail("trouble.open-errors", report.of(Severity.ERROR));
      }
      case PrepareOutcome.ForgottenRelease(long number) -> {
        return fail("trouble.forgotten-release", number);
      }
      case PrepareOutcome.EmptyCatalogue() -> {
        return fail("trouble.empty-catalogue");
      }
      case PrepareOutcome.BadAttachments(List<AttachmentFault> faults) -> {
        return fail(faults);
      }
      case PrepareOutcome.NothingChanged(Release last) -> {
        console.say("publish.nothing-changed", last.number());
        sayJson(last, false);
      }
      case PrepareOutcome.Prepared(long number, Changes changes) -> {
        console.say(
            "release.prepared", number, changes.added(), changes.changed(), changes.removed());
        changes.lines().forEach(line -> console.out().println("  " + line));
        console.say("release.next-sign");
      }
    }
    return OfficeMain.DONE;
  }

  int say(PublishOutcome outcome) {
    return switch (outcome) {
      case PublishOutcome.Published(Release release) -> {
        console.say(
            "publish.done",
            release.number(),
            release.records(),
            Figures.size(release.bytes()),
            Figures.seconds(release.seconds()));
        sayJson(release, true);
        yield OfficeMain.DONE;
      }
      case PublishOutcome.SignedAgain() -> {
        console.say("release.signed-again");
        yield OfficeMain.DONE;
      }
      case PublishOutcome.Unsigned(List<String> roles) ->
          fail("trouble.one-sided", String.join(", ", roles));
      case PublishOutcome.Disagreed() -> fail("trouble.disagreed");
      case PublishOutcome.SharedKey() -> fail("keys.warn-shared");
      case PublishOutcome.NothingPrepared() -> fail("trouble.nothing-prepared");
    };
  }

  private int fail(String key, Object... arguments) {
    return console.fail(OfficeMain.BAD_INPUT, Trouble.of(key, arguments));
  }

  /** Names the first files, and says how many there are in all. */
  private int fail(List<AttachmentFault> faults) {
    for (AttachmentFault fault : faults.subList(0, Math.min(FAULTS_SAID, faults.size()))) {
      fail(
          "attachment." + fault.kind(),
          fault.recordId(),
          fault.file().name(),
          fault.file().sha256(),
          Figures.size(fault.file().length()));
    }
    return fail("trouble.bad-attachments", faults.size());
  }

  private void sayJson(Release release, boolean published) {
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
}
