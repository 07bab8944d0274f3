package org.openhall.agent;

import java.io.PrintStream;
import java.util.Map;
import org.openhall.agent.text.Sentence;
import org.openhall.agent.text.Words;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where a command speaks: results to out, trouble to err.
 *
 * @param json whether the last line of out is one JSON object
 */
record Console(PrintStream out, PrintStream err, Words words, boolean json) {

  void say(Sentence sentence) {
    out.println(words.say(sentence));
  }

  /** Says what is wrong and yet keeps nobody from going on. */
  void warn(Sentence trouble) {
    err.println(words.say(trouble));
  }

  /** Says what is wrong. */
  Exit fail(Exit exit, Sentence trouble) {
    out.flush();
    err.println(words.say(trouble));
    return exit;
  }

  /** Ends the output with the object, where one was asked for. */
  void result(Map<String, Object> object) {
    if (json) {
      out.println(new JsonMapper().writeValueAsString(object));
    }
  }
}
