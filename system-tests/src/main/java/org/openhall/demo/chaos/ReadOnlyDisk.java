package org.openhall.demo.chaos;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openhall.demo.hall.HallException;

/** Nothing can be written to the terminal's disk. */
record ReadOnlyDisk(Agent agent, Scene.Before before) implements Fault {

  @Override
  public String row() {
    return "disk read-only";
  }

  @Override
  public String name() {
    return "at " + before;
  }

  @Override
  public boolean copiesTerminal() {
    return false;
  }

  @Override
  public Optional<String> inject(Trial trial)
      throws IOException, InterruptedException, HallException {
    Mounts.mount(trial.terminal());
    Folders.copy(trial.scene().terminal(before), trial.terminal());
    Mounts.makeReadOnly(trial.terminal());
    Agent.Ended ended =
        agent.run(List.of(), Map.of(), Agent.sync(trial.terminal(), trial.scene().repository(2)));
    return ended.status() == 0 ? Optional.empty() : Optional.of("ended with " + ended.status());
  }

  @Override
  public void lift(Trial trial) throws IOException, InterruptedException, HallException {
    Mounts.toPlainFolder(trial.terminal());
  }
}
