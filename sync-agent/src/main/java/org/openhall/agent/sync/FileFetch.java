package org.openhall.agent.sync;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.openhall.agent.sync.FilesOutcome.Complete;
import org.openhall.agent.sync.FilesOutcome.Incomplete;
import org.openhall.agent.sync.FilesOutcome.Interrupted;
import org.openhall.agent.sync.FilesOutcome.WrongFile;
import org.openhall.agent.text.Sentence;
import org.openhall.content.Attachment;
import org.openhall.content.store.ContentSnapshot;
import org.openhall.content.store.CurrentContent;
import org.openhall.repository.client.FetchException;
import org.openhall.repository.metadata.RepositoryException;
import org.openhall.repository.metadata.TargetFile;
import org.openhall.repository.storage.Storage;

/**
 * Brings the attachments of the content shown to {@code DIR/files}, each under its SHA-256, and
 * deletes those that it does not name. A file that is not to be had does not keep the others away.
 */
final class FileFetch {
  /** Reading all files again takes a while; a damaged one is not shown by the kiosk anyway. */
  private static final Duration INSPECT_EVERY = Duration.ofHours(1);

  private final Terminal terminal;
  private final Source source;
  private final Caps caps;
  private final Clock clock;
  private Instant inspected = Instant.EPOCH;
  private long completeRelease;
  private int completeFiles;

  /** What this release is not to be had with, by SHA-256: asked for again with the inspection. */
  private final Map<String, Sentence> refused = new HashMap<>();

  /** Of these, what was offered and is not what is signed. */
  private final Map<String, SyncOutcome.Refused> wrong = new LinkedHashMap<>();

  private boolean isWrongAnew;
  private long refusedOf;

  /** Where files come from: the gate of the signed repository. */
  @FunctionalInterface
  interface Source {
    /** Brings it below the terminal's data folder, or finds it there, whole. */
    void download(TargetFile target) throws RepositoryException, IOException;
  }

  /**
   * What is fetched at most.
   *
   * @param file bytes of one file
   * @param all bytes of all files together
   */
  record Caps(long file, long all) {}

  FileFetch(Terminal terminal, Source source, Caps caps, Clock clock) {
    this.terminal = terminal;
    this.source = source;
    this.caps = caps;
    this.clock = clock;
  }

  /** One pass over all files that the content shown names. */
  FilesOutcome run() {
    List<Attachment> named = new ArrayList<>();
    isWrongAnew = false;
    try {
      Optional<CurrentContent> current = terminal.content().current();
      boolean due = isInspectionDue();
      if (current.isEmpty() || (!due && current.get().release() == completeRelease)) {
        return new Complete(current.isEmpty() ? 0 : completeFiles);
      }
      forgetRefused(current.get().release(), due);
      named.addAll(named(current.get()));
      deleteAllBut(named);
      List<Sentence> leftOut = fetch(named, due);
      inspected = due ? clock.instant() : inspected;
      return leftOut.isEmpty()
          ? complete(current.get().release(), named.size())
          : new Incomplete(named.size(), present(named), leftOut, wrong());
    } catch (IOException e) {
      return new Interrupted(named.size(), present(named), new Trouble(terminal, clock).outcome(e));
    }
  }

  private void forgetRefused(long release, boolean due) {
    if (due || release != refusedOf) {
      refused.clear();
      wrong.clear();
      refusedOf = release;
    }
  }

  private Optional<WrongFile> wrong() {
    return wrong.values().stream().findFirst().map(file -> new WrongFile(file, isWrongAnew));
  }

  private boolean isInspectionDue() {
    return Duration.between(inspected, clock.instant()).abs().compareTo(INSPECT_EVERY) >= 0;
  }

  private Complete complete(long release, int files) {
    completeRelease = release;
    completeFiles = files;
    return new Complete(files);
  }

  private List<Attachment> named(CurrentContent current) throws IOException {
    try (ContentSnapshot snapshot = ContentSnapshot.open(current.file(), clock)) {
      return snapshot.attachments();
    }
  }

  private List<Sentence> fetch(List<Attachment> named, boolean readAgain) throws IOException {
    List<Sentence> leftOut = new ArrayList<>();
    long bytes = 0;
    for (Attachment file : named) {
      boolean fits = bytes + file.length() <= caps.all();
      if (file.length() > caps.file()) {
        leftOut.add(Sentence.of("file.too-long", file.name(), mebibytes(file), caps.file() >> 20));
      } else if (!fits) {
        leftOut.add(Sentence.of("file.too-much", file.name(), mebibytes(file), caps.all() >> 20));
      } else {
        bytes += file.length();
        fetch(file, readAgain).ifPresent(leftOut::add);
      }
    }
    return leftOut;
  }

  /** Returns why the file is not to be had; empty where it is there. */
  private Optional<Sentence> fetch(Attachment file, boolean readAgain) throws IOException {
    if (!readAgain && isThere(file)) {
      return Optional.empty();
    }
    if (!refused.containsKey(file.sha256())) {
      ask(file).ifPresent(why -> refused.put(file.sha256(), why));
    }
    return Optional.ofNullable(refused.get(file.sha256()));
  }

  private Optional<Sentence> ask(Attachment file) throws IOException {
    try {
      // Length and hash stand in a record that came under the signed manifest: see SyncJob.
      source.download(new TargetFile(file.target(), file.length(), file.sha256()));
      return Optional.empty();
    } catch (RepositoryException e) {
      Sentence why = Sentence.of("file.wrong", file.name(), file.sha256());
      wrong.put(file.sha256(), new SyncOutcome.Refused(why, Breach.of(e)));
      isWrongAnew = true;
      return Optional.of(why);
    } catch (FetchException.NotFound e) {
      return Optional.of(Sentence.of("file.absent", file.name(), file.sha256()));
    }
  }

  private boolean isThere(Attachment file) {
    return path(file).toFile().length() == file.length() && Files.isRegularFile(path(file));
  }

  private int present(List<Attachment> named) {
    return (int) named.stream().filter(this::isThere).count();
  }

  private Path path(Attachment file) {
    return terminal.data().resolve(file.target());
  }

  /** Broken downloads of files that are still named stay, to be gone on with. */
  private void deleteAllBut(List<Attachment> named) throws IOException {
    Set<Path> kept = new HashSet<>();
    for (Attachment file : named) {
      kept.add(path(file));
      kept.add(Storage.temporaryFor(path(file)));
    }
    for (Path file : present()) {
      if (!kept.contains(file)) {
        Files.delete(file);
      }
    }
  }

  private List<Path> present() throws IOException {
    if (!Files.isDirectory(terminal.files())) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(terminal.files())) {
      return files.toList();
    }
  }

  private static long mebibytes(Attachment file) {
    return (file.length() + (1 << 20) - 1) >> 20;
  }
}
