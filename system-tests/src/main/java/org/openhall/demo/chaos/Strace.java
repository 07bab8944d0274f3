package org.openhall.demo.chaos;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openhall.demo.hall.HallException;

/** Words that run a program under strace, which writes down its calls and bends some. */
final class Strace {
  private static final int NO_DATA = 4096;
  private static final int ALL_DATA = 1 << 24;

  private Strace() {}

  /** Writes down every call with its data. */
  static List<String> record(Path trace) {
    return words(trace, ALL_DATA, List.of());
  }

  /** Writes down every call, and the kernel only says that it had forced what was to be forced. */
  static List<String> recordWithoutForcing(Path trace) {
    return words(trace, ALL_DATA, List.of("fsync,fdatasync:retval=0"));
  }

  /** A program that is to be run. */
  interface Run {
    void under(List<String> strace) throws IOException, InterruptedException, HallException;
  }

  /**
   * Kills a program before a call of a recorded run.
   *
   * @return where it was killed; empty if it was not
   */
  static Optional<String> killAt(Call call, Trial trial, Run run)
      throws IOException, InterruptedException, HallException {
    Path trace = trial.beside("trace");
    run.under(bend(trace, call, trial.terminal(), "signal=KILL:when=" + call.ordinal()));
    List<Call> made = Recording.begun(trace, trial.terminal());
    boolean isHit = !made.isEmpty() && made.getLast().isSameAs(call);
    return isHit ? Optional.of("killed before " + call.place()) : Optional.empty();
  }

  /**
   * Lets a call fail, and all later ones of its name upon that file.
   *
   * @param error such as {@code ENOSPC}
   */
  static List<String> fail(Path trace, Call call, Path folder, String error) {
    return bend(trace, call, folder, "error=%s:when=%d+".formatted(error, call.ordinal()));
  }

  /** Only calls upon the one file are looked at, so that nothing else shifts the count. */
  private static List<String> bend(Path trace, Call call, Path folder, String how) {
    List<String> words = words(trace, NO_DATA, List.of(call.name() + ":" + how));
    words.addAll(List.of("-P", folder.resolve(call.path()).toString()));
    return words;
  }

  private static List<String> words(Path trace, int data, List<String> injections) {
    List<String> words = new ArrayList<>();
    words.addAll(List.of("strace", "-f", "-qq", "-y", "-xx"));
    if (injections.isEmpty()) {
      words.add("--seccomp-bpf"); // faster, but some versions pass injections over with it
    }
    words.addAll(List.of("-s", Integer.toString(data), "-o", trace.toString()));
    words.addAll(List.of("-e", "trace=" + Recording.WATCHED));
    injections.forEach(injection -> words.addAll(List.of("-e", "inject=" + injection)));
    return words;
  }
}
