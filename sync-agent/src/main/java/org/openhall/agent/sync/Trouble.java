package org.openhall.agent.sync;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Optional;
import org.openhall.agent.identity.LineTrouble;
import org.openhall.agent.sync.SyncOutcome.Expired;
import org.openhall.agent.sync.SyncOutcome.Failed;
import org.openhall.agent.sync.SyncOutcome.Offline;
import org.openhall.agent.sync.SyncOutcome.Refused;
import org.openhall.agent.sync.SyncOutcome.StorageFull;
import org.openhall.agent.sync.SyncOutcome.Waiting;
import org.openhall.agent.text.Sentence;
import org.openhall.content.store.DiskFullException;
import org.openhall.content.store.WrongDigestException;
import org.openhall.link.status.Refusal.Rule;
import org.openhall.repository.client.FetchException;
import org.openhall.repository.metadata.RepositoryException;
import org.openhall.repository.metadata.TopRole;

/** What each kind of trouble means for a run: the outcome, and the sentence with its next step. */
final class Trouble {
  /** Below this much room a failed write is taken for a full disk whatever the system called it. */
  private static final long NO_ROOM = 1L << 20;

  private final Terminal terminal;
  private final Clock clock;

  Trouble(Terminal terminal, Clock clock) {
    this.terminal = terminal;
    this.clock = clock;
  }

  SyncOutcome outcome(RepositoryException trouble) {
    Breach breach = Breach.of(trouble);
    return trouble instanceof RepositoryException.Expired
        ? new Expired(words(trouble), Optional.of(breach))
        : new Refused(words(trouble), breach);
  }

  private static Sentence words(RepositoryException trouble) {
    return switch (trouble) {
      case RepositoryException.Expired e ->
          Sentence.of("expired", e.file(), e.expires(), e.referenceTime());
      case RepositoryException.NotEnoughSignatures e ->
          Sentence.of("refused.signatures", e.file(), e.valid(), e.threshold());
      case RepositoryException.Malformed e -> Sentence.of("refused.malformed", e.file(), e.what());
      case RepositoryException.Older e ->
          Sentence.of("refused.older", e.file(), e.offered(), e.trusted());
      case RepositoryException.WrongVersion e ->
          Sentence.of("refused.version", e.file(), e.offered(), e.promised());
      case RepositoryException.Mismatch e when e.what().equals("length") ->
          Sentence.of("refused.length", e.file(), e.promised(), e.found());
      case RepositoryException.Mismatch e ->
          Sentence.of("refused.mismatch", e.file(), e.what(), e.promised(), e.found());
    };
  }

  SyncOutcome outcome(IOException trouble) {
    return switch (trouble) {
      case FetchException.NotFound e when e.path().endsWith(TopRole.TIMESTAMP.fileName()) ->
          new Offline(Sentence.of("offline.nothing-published", office()));
      case FetchException.NotFound e ->
          new Refused(Sentence.of("refused.missing", e.path()), Breach.of(e.path(), Rule.ABSENT));
      case Bulk.Stopped e -> new Waiting(e.stop().words(), e.stop().atOnce());
      case FetchException e -> line(e);
      case BrokenPackException e ->
          new Refused(
              Sentence.of("refused.pack", e.pack(), e.fault().getMessage()),
              Breach.of(e.pack(), Rule.PACK)
                  .met(
                      "record %d, byte %d"
                          .formatted(e.fault().recordNumber(), e.fault().offset())));
      case WrongDigestException e ->
          new Refused(
              Sentence.of("refused.digest", e.getMessage()), Breach.of(e.channel(), Rule.DIGEST));
      case DiskFullException _ -> new StorageFull(storageFull());
      case IOException e when isFull(e) -> new StorageFull(storageFull());
      default -> new Failed(Sentence.of("failed", terminal.data(), trouble));
    };
  }

  private SyncOutcome line(FetchException trouble) {
    return LineTrouble.ofProof(terminal.identity().office(), trouble, clock)
        .map(proof ->
            proof.clock()
                ? new Expired(proof.words(), Optional.empty())
                : new Offline(proof.words()))
        .orElseGet(() -> new Offline(Sentence.of("offline", office(), trouble.getMessage())));
  }

  private boolean isFull(IOException trouble) {
    String message = String.valueOf(trouble.getMessage());
    return message.contains("No space left") || message.contains("quota") || room() < NO_ROOM;
  }

  private Sentence storageFull() {
    return Sentence.of("storage-full", terminal.data(), room() >> 20);
  }

  private long room() {
    try {
      return Files.getFileStore(terminal.data()).getUsableSpace();
    } catch (IOException e) {
      return Long.MAX_VALUE; // a disk that cannot say is not known to be full
    }
  }

  private String office() {
    return terminal.identity().office().toString();
  }
}
