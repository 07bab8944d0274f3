package org.openhall.demo.chaos;

import java.io.IOException;
import java.util.Optional;

/**
 * The power goes before one of the calls of an update.
 *
 * @param cut number of that call in the recording
 * @param call which call it is
 * @param fate what becomes of the changes that were not forced
 * @param fateName the same in words
 */
record PowerLost(
    PowerCut disk, Scene.Before before, int cut, Call call, PowerCut.Fate fate, String fateName)
    implements Fault {

  @Override
  public String row() {
    return "power lost: " + call.step().words;
  }

  @Override
  public String name() {
    return "%s before call %d, %s; not forced: %s".formatted(before, cut, call.place(), fateName);
  }

  @Override
  public boolean copiesTerminal() {
    return false;
  }

  @Override
  public Optional<String> inject(Trial trial) throws IOException {
    PowerCut.write(disk.left(cut, fate), trial.terminal());
    return Optional.of(name());
  }
}
