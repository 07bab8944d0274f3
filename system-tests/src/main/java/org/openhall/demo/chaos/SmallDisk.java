package org.openhall.demo.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.openhall.demo.hall.HallException;

/**
 * The terminal's disk, a small file system of its own, has only so much room left.
 *
 * @param room in KiB
 */
record SmallDisk(Agent agent, int room) implements Fault {
  private static final String BALLAST = "ballast";

  @Override
  public String row() {
    return "disk full: little room";
  }

  @Override
  public String name() {
    return room + " KiB left";
  }

  @Override
  public Scene.Before before() {
    return Scene.Before.RELEASE_1;
  }

  @Override
  public boolean copiesTerminal() {
    return false;
  }

  @Override
  public Optional<String> inject(Trial trial)
      throws IOException, InterruptedException, HallException {
    Mounts.mount(trial.terminal());
    Folders.copy(trial.scene().terminal(before()), trial.terminal());
    long free = Files.getFileStore(trial.terminal()).getUsableSpace() / 1024;
    Files.write(trial.terminal().resolve(BALLAST), new byte[(int) (free - room) * 1024]);
    Path repository = trial.scene().repository(2);
    Agent.Ended ended =
        agent.run(java.util.List.of(), Map.of(), Agent.sync(trial.terminal(), repository));
    return ended.status() == 0 ? Optional.empty() : Optional.of("ended with " + ended.status());
  }

  @Override
  public void lift(Trial trial) throws IOException, InterruptedException, HallException {
    Files.delete(trial.terminal().resolve(BALLAST));
    Mounts.toPlainFolder(trial.terminal());
  }
}
