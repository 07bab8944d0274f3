package org.openhall.agent.sync;

import java.util.List;
import java.util.Optional;
import org.openhall.agent.text.Sentence;

/** How the attachments stand that the content shown names. The text is shown in any case. */
public sealed interface FilesOutcome {

  /** Files that the content names. */
  int named();

  /** Those that are on the disk. */
  int present();

  /** What ended it too early, if anything did. */
  default Optional<SyncOutcome> ended() {
    return Optional.empty();
  }

  /** What was offered for a file and is not what is signed, if anything was. */
  default Optional<WrongFile> wrong() {
    return Optional.empty();
  }

  /** One sentence for a technician. */
  Sentence words();

  /**
   * The first file that was refused.
   *
   * @param anew whether it was asked for in this pass, and not known from one before
   */
  record WrongFile(SyncOutcome.Refused refused, boolean anew) {}

  /** All are on the disk. */
  record Complete(int named) implements FilesOutcome {
    @Override
    public int present() {
      return named;
    }

    @Override
    public Sentence words() {
      return Sentence.of("files.complete", named);
    }
  }

  /**
   * Some are not to be had from this release; trying again does not help.
   *
   * @param leftOut each file, and why
   */
  record Incomplete(int named, int present, List<Sentence> leftOut, Optional<WrongFile> wrong)
      implements FilesOutcome {
    public Incomplete {
      leftOut = List.copyOf(leftOut);
    }

    @Override
    public Sentence words() {
      return Sentence.of("files.incomplete", present, named);
    }
  }

  /**
   * Line or disk ended it; the next run goes on, in the middle of a file as well.
   *
   * @param trouble one of those that are not good
   */
  record Interrupted(int named, int present, SyncOutcome trouble) implements FilesOutcome {
    @Override
    public Optional<SyncOutcome> ended() {
      return Optional.of(trouble);
    }

    @Override
    public Sentence words() {
      return Sentence.of("files.interrupted", present, named);
    }
  }
}
