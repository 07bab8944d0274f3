package org.openhall.agent.stick;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.openhall.agent.identity.Membership;
import org.openhall.agent.sync.Bulk;
import org.openhall.agent.sync.FilesOutcome;
import org.openhall.agent.sync.SyncJob;
import org.openhall.agent.sync.SyncOutcome;
import org.openhall.agent.sync.SyncRun;
import org.openhall.agent.sync.SyncRun.Finished;
import org.openhall.agent.sync.SyncWatch;
import org.openhall.agent.sync.Terminal;
import org.openhall.agent.text.Words;
import org.openhall.link.status.Refusal.Rule;
import org.openhall.repository.client.DirectoryFetcher;
import org.openhall.repository.client.Sources;
import org.openhall.repository.client.Sources.Source;

/** Brings a terminal to the release on a stick, through the gate that every release passes. */
public final class StickImport {
  private final Terminal terminal;
  private final Membership membership;
  private final Words words;
  private final Clock clock;

  /**
   * @param membership of this terminal; the office is not asked
   * @param words the language of the status file
   */
  public StickImport(Terminal terminal, Membership membership, Words words, Clock clock) {
    this.terminal = terminal;
    this.membership = membership.withoutLine();
    this.words = words;
    this.clock = clock;
  }

  /**
   * Imports. Several repositories on one stick are places of the same one: the newest counts.
   *
   * @param watch told how the run goes on
   */
  public StickOutcome run(Path stick, SyncWatch watch) throws IOException {
    List<Path> folders = Files.isDirectory(stick) ? StickFolders.repositories(stick) : List.of();
    if (folders.isEmpty()) {
      return new StickOutcome.NoRepository(stick);
    }
    Sources sources =
        Sources.of(
            folders.stream()
                .map(folder -> new Source(folder.toString(), new DirectoryFetcher(folder)))
                .toList());
    SyncJob job = new SyncJob(terminal, sources, clock, watch, Bulk.ANY_TIME);
    Finished finished = new SyncRun(job, membership, words, clock).run(null);
    return !finished.outcome().isGood() && StickFolders.repositories(stick).isEmpty()
        ? new StickOutcome.Gone(stick, finished.release(), finished)
        : outcome(stick, finished);
  }

  private static StickOutcome outcome(Path stick, Finished finished) {
    return switch (finished.outcome()) {
      case SyncOutcome.Activated(long release, long records) -> {
        int files = finished.files().map(FilesOutcome::present).orElse(0);
        yield withFiles(
            stick, finished, new StickOutcome.Imported(release, records, files, finished));
      }
      case SyncOutcome.UpToDate(long release) -> {
        int files = finished.files().map(FilesOutcome::present).orElse(0);
        yield withFiles(stick, finished, new StickOutcome.AlreadyShown(release, files, finished));
      }
      case SyncOutcome.Offline _ -> new StickOutcome.Gone(stick, finished.release(), finished);
      case SyncOutcome.Refused it when isOlder(it) ->
          new StickOutcome.Older(stick, finished.release(), finished);
      case SyncOutcome it -> new StickOutcome.Refused(it, finished);
    };
  }

  private static boolean isOlder(SyncOutcome.Refused refused) {
    Rule rule = refused.breach().rule();
    return rule == Rule.ROLLBACK || rule == Rule.RELEASE;
  }

  /** The text counts when its attachments have come as well. */
  private static StickOutcome withFiles(Path stick, Finished finished, StickOutcome whole) {
    FilesOutcome files = finished.files().orElseThrow();
    return switch (files) {
      case FilesOutcome.Complete _ -> whole;
      case FilesOutcome.Incomplete it ->
          new StickOutcome.Incomplete(finished.release(), it, it.leftOut(), finished);
      case FilesOutcome.Interrupted(_, _, SyncOutcome.Offline _) ->
          new StickOutcome.Gone(stick, finished.release(), finished);
      case FilesOutcome.Interrupted it -> new StickOutcome.Refused(it.trouble(), finished);
    };
  }
}
