package org.openhall.demo.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import org.openhall.demo.hall.HallException;

/**
 * The kiosk is killed before a call by which it keeps a citizen's application, or that call fails
 * with all later ones of its name upon the file.
 *
 * @param call of a recorded run of {@link SpoolWriting}
 * @param error such as {@code ENOSPC}; empty for a kill
 */
record SpoolDisturbed(Call call, Optional<String> error) implements Fault {

  @Override
  public String row() {
    return error.isPresent() ? "a call fails: spool of events" : "killed: spool of events";
  }

  @Override
  public String name() {
    return "%s at %s (%s %d)"
        .formatted(error.orElse("killed"), call.place(), call.name(), call.ordinal());
  }

  @Override
  public Scene.Before before() {
    return Scene.Before.RELEASE_2;
  }

  @Override
  public Optional<String> inject(Trial trial)
      throws IOException, InterruptedException, HallException {
    Optional<String> injected =
        error.isPresent()
            ? fail(trial, error.get())
            : Strace.killAt(call, trial, strace -> SpoolWriting.run(strace, trial.terminal()));
    Optional<String> wrong =
        SpoolWriting.complaint(trial.terminal(), SpoolWriting.said(trial.terminal()));
    if (wrong.isPresent()) {
      throw new HallException(wrong.get());
    }
    return injected;
  }

  private Optional<String> fail(Trial trial, String how)
      throws IOException, InterruptedException, HallException {
    SpoolWriting.run(
        Strace.fail(trial.beside("trace"), call, trial.terminal(), how), trial.terminal());
    return Files.readString(trial.beside("trace")).contains("(INJECTED)")
        ? Optional.of(name())
        : Optional.empty();
  }
}
