package org.openhall.demo.chaos;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openhall.demo.hall.HallException;
import org.openhall.link.status.KioskStatus;
import org.openhall.link.status.StatusFile;

/**
 * The kiosk's writer of {@code status/kiosk.json} is killed before one of its calls; whoever reads
 * the file finds the status before or the one that was being written.
 *
 * @param call of a recorded run of {@link Writing}
 */
record KioskKilled(Call call) implements Fault {
  static final KioskStatus OLD = new KioskStatus(1, Instant.EPOCH, Map.of());
  private static final KioskStatus NEW = new KioskStatus(2, Instant.EPOCH.plusSeconds(1), Map.of());

  /** Writes the status; a program of its own so that it can be killed. */
  public static final class Writing {
    private Writing() {}

    /** Writes it below the folder that is named first. */
    public static void main(String[] words) throws IOException {
      StatusFile.kiosk(Path.of(words[0])).write(NEW);
    }
  }

  @Override
  public String row() {
    return "killed: kiosk's status";
  }

  @Override
  public String name() {
    return "before " + call.place();
  }

  @Override
  public Scene.Before before() {
    return Scene.Before.RELEASE_2;
  }

  @Override
  public Optional<String> inject(Trial trial)
      throws IOException, InterruptedException, HallException {
    Optional<String> killed =
        Strace.killAt(
            call,
            trial,
            strace -> {
              StatusFile.kiosk(trial.terminal()).write(OLD);
              run(strace, trial.terminal());
            });
    KioskStatus found = StatusFile.kiosk(trial.terminal()).read().orElse(null);
    if (!OLD.equals(found) && !NEW.equals(found)) {
      throw new HallException("status/kiosk.json holds " + found);
    }
    StatusFile.kiosk(trial.terminal()).write(NEW);
    return killed;
  }

  /** The calls of one undisturbed writing. */
  static List<Call> record(Path folder) throws IOException, InterruptedException, HallException {
    StatusFile.kiosk(folder).write(OLD);
    Path trace = folder.resolveSibling("kiosk.trace");
    run(Strace.record(trace), folder);
    return Recording.read(trace, folder);
  }

  private static void run(List<String> before, Path folder)
      throws IOException, InterruptedException, HallException {
    List<String> command = new ArrayList<>(before);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:-UsePerfData"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(Writing.class.getName(), folder.toString()));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(new File("/dev/null"))
            .start();
    if (!process.waitFor(10, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new HallException("the kiosk's writer hangs");
    }
  }
}
