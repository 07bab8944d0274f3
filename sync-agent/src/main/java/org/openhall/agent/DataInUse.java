package org.openhall.agent;

import java.io.IOException;
import java.nio.file.Path;
import org.openhall.agent.sync.InstanceLock;
import org.openhall.agent.text.Sentence;

/** What is said when another agent works on the data folder. */
final class DataInUse {
  private DataInUse() {}

  static Exit fail(Path data, Console console) throws IOException {
    return console.fail(
        Exit.IN_USE, Sentence.of("wrong.data-in-use", data, InstanceLock.owner(data)));
  }
}
