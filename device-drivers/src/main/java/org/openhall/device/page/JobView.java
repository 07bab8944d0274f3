package org.openhall.device.page;

import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.encoding.Name;
import com.hp.jipp.encoding.Tag;
import com.hp.jipp.model.JobState;
import com.hp.jipp.model.Types;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What a printer says of a job (RFC 8011 §5.3.7).
 *
 * @param ours whether it still knows the job under its number, and it is this one
 * @param done pages that came out, where it says so
 */
record JobView(boolean ours, JobState state, List<String> reasons, OptionalInt done) {

  private static final Set<JobState> BEGUN =
      Set.of(JobState.processing, JobState.processingStopped, JobState.completed);

  private static final Set<String> FORMAT =
      Set.of(
          "document-format-error",
          "unsupported-document-format",
          "document-unprintable-error",
          "document-password-error");

  static JobView of(IppPacket answer, String name) {
    Optional<Name> given = Answers.one(answer, Tag.jobAttributes, Types.jobName);
    Optional<JobState> state = Answers.one(answer, Tag.jobAttributes, Types.jobState);
    Optional<Integer> done =
        Answers.one(answer, Tag.jobAttributes, Types.jobImpressionsCompleted).filter(n -> n >= 0);
    return new JobView(
        state.isPresent() && given.filter(known -> known.getValue().equals(name)).isPresent(),
        state.orElse(JobState.pending),
        answer.getStrings(Tag.jobAttributes, Types.jobStateReasons),
        done.map(OptionalInt::of).orElse(OptionalInt.empty()));
  }

  /** Whether something may have come out. */
  boolean begun() {
    return BEGUN.contains(state) || done.orElse(0) > 0;
  }

  boolean ended() {
    return completed() || canceled() || state.equals(JobState.aborted);
  }

  boolean completed() {
    return state.equals(JobState.completed);
  }

  boolean canceled() {
    return state.equals(JobState.canceled);
  }

  boolean withErrors() {
    return reasons.contains("job-completed-with-errors");
  }

  /** Whether it ended because the printer could not read the document. */
  boolean unreadable() {
    return reasons.stream().anyMatch(FORMAT::contains);
  }
}
