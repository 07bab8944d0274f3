package org.openhall.agent;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.openhall.agent.identity.Membership;
import org.openhall.agent.settings.AgentSettings;
import org.openhall.agent.spool.SpoolUpload;
import org.openhall.agent.sync.Bulk;
import org.openhall.agent.sync.FilesOutcome;
import org.openhall.agent.sync.InstanceLock;
import org.openhall.agent.sync.SyncJob;
import org.openhall.agent.sync.SyncOutcome;
import org.openhall.agent.sync.SyncRun;
import org.openhall.agent.sync.SyncRun.Finished;
import org.openhall.agent.sync.Terminal;
import org.openhall.repository.client.DirectoryFetcher;
import org.openhall.repository.client.Sources;

/** {@code sync [--from DIR]}: one run, with progress on the terminal. */
final class SyncCommand extends TerminalCommand {

  @Override
  Exit run(Terminal terminal, InstanceLock lock, Arguments arguments, Console console)
      throws IOException {
    try (lock) {
      Clock clock = Clock.systemUTC();
      AgentSettings settings = AgentSettings.read(terminal.data());
      settings.wrong().forEach(console::warn);
      Membership member =
          Membership.of(terminal.data(), terminal.identity(), clock, settings.line()).orElseThrow();
      Optional<String> from = arguments.option("--from");
      Membership membership = from.isPresent() ? member.withoutLine() : member;
      Sources repository =
          from.map(folder -> Sources.only(new DirectoryFetcher(Path.of(folder))))
              .orElseGet(() -> settings.sources(member));
      SyncJob job =
          new SyncJob(terminal, repository, clock, new ProgressLine(console), Bulk.ANY_TIME);
      Finished finished = new SyncRun(job, membership, console.words(), clock).run(null);
      new SpoolUpload(terminal.data(), membership.line(), console.words()).runAndSay();
      return finish(finished, console);
    }
  }

  private static Exit finish(Finished finished, Console console) {
    SyncOutcome outcome = finished.outcome();
    Exit text = exit(outcome);
    if (text == Exit.DONE) {
      console.say(outcome.words());
    } else {
      console.fail(text, outcome.words());
    }
    Exit files = finished.files().map(found -> finish(found, console)).orElse(Exit.DONE);
    console.result(object(finished, console));
    return text == Exit.DONE ? files : text;
  }

  /** Content without some of its files is not the whole of what was to be brought. */
  private static Exit finish(FilesOutcome files, Console console) {
    console.say(files.words());
    return switch (files) {
      case FilesOutcome.Complete _ -> Exit.DONE;
      case FilesOutcome.Incomplete it -> {
        it.leftOut().forEach(why -> console.fail(Exit.REFUSED, why));
        yield Exit.REFUSED;
      }
      case FilesOutcome.Interrupted it -> console.fail(exit(it.trouble()), it.trouble().words());
    };
  }

  private static Exit exit(SyncOutcome outcome) {
    return switch (outcome) {
      case SyncOutcome.UpToDate _, SyncOutcome.Activated _ -> Exit.DONE;
      case SyncOutcome.Refused _, SyncOutcome.Expired _, SyncOutcome.LockedOut _ -> Exit.REFUSED;
      case SyncOutcome.Offline _, SyncOutcome.Waiting _ -> Exit.OFFICE_AWAY;
      case SyncOutcome.StorageFull _, SyncOutcome.Failed _ -> Exit.MACHINE_FAILED;
    };
  }

  private static Map<String, Object> object(Finished finished, Console console) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("outcome", finished.outcome().kind().name());
    object.put("release", finished.release());
    if (finished.outcome() instanceof SyncOutcome.Activated activated) {
      object.put("records", activated.records());
    }
    object.put("bytes", finished.bytes());
    finished
        .files()
        .ifPresent(files -> {
          object.put("files", files.present());
          object.put("filesNamed", files.named());
        });
    object.put("seconds", finished.took().toMillis() / 1000.0);
    object.put("detail", console.words().say(finished.outcome().words()));
    return object;
  }
}
