package org.openhall.office;

import java.io.PrintStream;
import org.openhall.office.text.Messages;
import org.openhall.office.text.Trouble;

/**
 * Where a command speaks: results to out, trouble to err.
 *
 * @param out standard output
 * @param err standard error
 * @param messages the words
 * @param isTerminal whether a person watches: a line may be rewritten in place
 */
record Console(PrintStream out, PrintStream err, Messages messages, boolean isTerminal) {

  void say(String key, Object... arguments) {
    out.println(messages.text(key, arguments));
  }

  /** Says to a person why nothing happens; no result. */
  void hint(String key) {
    err.println(messages.text(key));
  }

  void print(Iterable<String> lines) {
    lines.forEach(out::println);
  }

  /** Says what is wrong and returns the exit status. */
  int fail(int status, Trouble trouble) {
    out.flush();
    err.println(messages.text(trouble));
    return status;
  }
}
