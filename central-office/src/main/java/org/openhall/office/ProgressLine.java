package org.openhall.office;

/**
 * How far a long work has come: one line rewritten in place on a terminal; where the output is a
 * file or a pipe, a line for every tenth of the work.
 */
final class ProgressLine {
  private static final int PERCENT = 100;
  private static final int STEP_WITHOUT_TERMINAL = 10;

  private final Console console;
  private final String what;
  private int shown = -1;

  ProgressLine(Console console, String what) {
    this.console = console;
    this.what = what;
  }

  /**
   * Shows the progress where it is worth a line.
   *
   * @param fraction share done, 0 to 1
   * @param key key of the message for the amount done
   * @param amount what stands in that message
   */
  void at(double fraction, String key, Object... amount) {
    int step = console.isTerminal() ? 1 : STEP_WITHOUT_TERMINAL;
    int percent = (int) (fraction * PERCENT) / step * step;
    if (percent <= shown) {
      return;
    }
    shown = percent;
    String line =
        String.format("%s  %3d %%  %s", what, percent, console.messages().text(key, amount));
    if (!console.isTerminal()) {
      console.out().println(line);
    } else {
      console.out().print("\r" + line + (percent == PERCENT ? "\n" : ""));
      console.out().flush();
    }
  }
}
