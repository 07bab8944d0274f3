package org.openhall.agent.stick;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.openhall.agent.sync.FilesOutcome;
import org.openhall.agent.sync.SyncOutcome;
import org.openhall.agent.sync.SyncRun.Finished;
import org.openhall.agent.text.Sentence;

/**
 * What came of a stick. Whatever it is, the terminal shows the new content whole or the old one.
 */
public sealed interface StickOutcome {

  /** One clear sentence for a technician, with the next step where there is one. */
  Sentence words();

  /** The run that was made, or empty where there was nothing to run with. */
  default Optional<Finished> run() {
    return Optional.empty();
  }

  /** A newer release is shown from now on, with all of its attachments. */
  record Imported(long release, long records, int files, Finished finished)
      implements StickOutcome {
    @Override
    public Sentence words() {
      return Sentence.of("stick.imported", release, records, files);
    }

    @Override
    public Optional<Finished> run() {
      return Optional.of(finished);
    }
  }

  /** The release on the stick is the one that is shown. */
  record AlreadyShown(long release, int files, Finished finished) implements StickOutcome {
    @Override
    public Sentence words() {
      return Sentence.of("stick.already", release, files);
    }

    @Override
    public Optional<Finished> run() {
      return Optional.of(finished);
    }
  }

  /** The stick holds an older state than the terminal knows; nothing was changed. */
  record Older(Path stick, long shown, Finished finished) implements StickOutcome {
    @Override
    public Sentence words() {
      return Sentence.of("stick.older", stick, shown);
    }

    @Override
    public Optional<Finished> run() {
      return Optional.of(finished);
    }
  }

  /** The stick could not be read to its end: pulled out, or broken. */
  record Gone(Path stick, long shown, Finished finished) implements StickOutcome {
    @Override
    public Sentence words() {
      return Sentence.of("stick.gone", stick, shown);
    }

    @Override
    public Optional<Finished> run() {
      return Optional.of(finished);
    }
  }

  /** The text is shown; some attachments are not on the stick or not what is signed. */
  record Incomplete(long release, FilesOutcome files, List<Sentence> leftOut, Finished finished)
      implements StickOutcome {
    public Incomplete {
      leftOut = List.copyOf(leftOut);
    }

    @Override
    public Sentence words() {
      return Sentence.of("stick.incomplete", release, files.present(), files.named());
    }

    @Override
    public Optional<Finished> run() {
      return Optional.of(finished);
    }
  }

  /** What is on it is not to be believed, or this terminal's disk failed. */
  record Refused(SyncOutcome outcome, Finished finished) implements StickOutcome {
    @Override
    public Sentence words() {
      return outcome.words();
    }

    @Override
    public Optional<Finished> run() {
      return Optional.of(finished);
    }
  }

  /** There is no repository on it. */
  record NoRepository(Path stick) implements StickOutcome {
    @Override
    public Sentence words() {
      return Sentence.of("stick.no-repository", stick);
    }
  }
}
