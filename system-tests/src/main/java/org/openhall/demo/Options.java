package org.openhall.demo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The words of {@code ./openhall demo}.
 *
 * @param data where everything of the demo lies
 * @param pictures where the walk leaves its pictures; empty without a walk
 * @param content a folder of records to import beside the sample
 * @param desk whether the office's staff is walked with, not a citizen
 */
record Options(Path data, Optional<Path> pictures, Optional<Path> content, boolean desk) {

  static final String HELP =
      """
      ./openhall demo [--content DIR] [--pictures DIR] [--data DIR]
      ./openhall demo --desk [--pictures DIR] [--data DIR]

      Opens a whole hall on this machine: the central office with its embedded database and the
      authored sample, a signed release, a terminal enrolled by a one-time token, its sync agent,
      and the kiosk's window beside that of the emulated devices: cards are laid, paper is emptied
      and lines are cut there, or by the same commands typed here (docs/simulator.md).
      Social-security cards need pcscd and vsmartcard-vpcd; without them they are left out.

        --content DIR    import the records of a folder as well
        --pictures DIR   walk through everything alone (on a virtual display); leave a picture of
                         every step and steps.json in DIR; exit status 0 only if all went well
        --desk           a day of the office's staff instead, alone and in a real browser: a table is
                         brought, a guide edited, both reviewed, signed, released, shown by a
                         terminal, and one withdrawn
        --data DIR       keep the demo's state here; each demo begins anew

      While it runs, type: cards | lay NAME | swap NAME | take | tear | paper ok|near-end|out |
      cover open|closed | line cut|ok | show | any other command of the simulator | release | quit
      """;

  /** Thrown for words that make no sense; the message is for the person who typed them. */
  static final class UsageException extends Exception {
    UsageException(String message) {
      super(message + "\nSee ./openhall demo --help");
    }
  }

  static Options of(String[] args) throws UsageException {
    Deque<String> words = new ArrayDeque<>();
    for (String arg : args) {
      // --data=DIR is --data DIR
      words.addAll(List.of(arg.startsWith("--") ? arg.split("=", 2) : new String[] {arg}));
    }
    Path data = Path.of(".openhall", "demo");
    Optional<Path> pictures = Optional.empty();
    Optional<Path> content = Optional.empty();
    boolean desk = false;
    while (!words.isEmpty()) {
      String word = words.pop();
      switch (word) {
        case "--data" -> data = path(word, words);
        case "--pictures" -> pictures = Optional.of(path(word, words));
        case "--desk" -> desk = true;
        case "--content" -> content = Optional.of(folder(path(word, words)));
        default -> throw new UsageException("The demo does not know '" + word + "'.");
      }
    }
    return new Options(data, pictures, content, desk);
  }

  private static Path path(String option, Deque<String> words) throws UsageException {
    if (words.isEmpty() || words.peek().startsWith("--")) {
      throw new UsageException(option + " needs a folder.");
    }
    return Path.of(words.pop()).toAbsolutePath().normalize();
  }

  private static Path folder(Path path) throws UsageException {
    if (!Files.isDirectory(path)) {
      throw new UsageException("There is no folder " + path + " to import from.");
    }
    return path;
  }
}
