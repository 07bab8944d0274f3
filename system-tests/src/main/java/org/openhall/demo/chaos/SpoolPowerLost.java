package org.openhall.demo.chaos;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.openhall.demo.hall.HallException;

/**
 * The power goes while citizens hand applications in.
 *
 * @param calls of a recorded run of {@link SpoolWriting}
 * @param cut number of the call before which it goes
 * @param fateName what becomes of the changes that were not forced, in words
 */
record SpoolPowerLost(PowerCut disk, List<Call> calls, int cut, PowerCut.Fate fate, String fateName)
    implements Fault {

  @Override
  public String row() {
    return "power lost: spool of events";
  }

  @Override
  public String name() {
    return "before call %d, %s; not forced: %s".formatted(cut, calls.get(cut).place(), fateName);
  }

  @Override
  public Scene.Before before() {
    return Scene.Before.RELEASE_2;
  }

  @Override
  public boolean copiesTerminal() {
    return false;
  }

  @Override
  public Optional<String> inject(Trial trial) throws IOException, HallException {
    Path data = trial.terminal();
    PowerCut.write(disk.left(cut, fate), data);
    Optional<String> wrong = SpoolWriting.complaint(data, SpoolWriting.said(calls, cut));
    if (wrong.isPresent()) {
      throw new HallException(wrong.get());
    }
    return Optional.of(name());
  }
}
