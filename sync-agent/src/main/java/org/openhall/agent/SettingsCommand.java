package org.openhall.agent;

import java.util.List;
import java.util.Map;
import org.openhall.agent.settings.AgentSettings;
import org.openhall.agent.text.Sentence;

/** {@code settings}: names every line of the terminal's settings that the agent cannot follow. */
final class SettingsCommand implements Command {

  @Override
  public Exit run(Arguments arguments, Console console) throws WrongArgumentException {
    List<Sentence> wrong = AgentSettings.read(arguments.data()).wrong();
    wrong.forEach(sentence -> console.fail(Exit.REFUSED, sentence));
    console.result(Map.of("wrong", wrong.stream().map(console.words()::say).toList()));
    return wrong.isEmpty() ? Exit.DONE : Exit.REFUSED;
  }
}
