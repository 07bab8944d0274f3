package org.openhall.agent;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.openhall.agent.text.Sentence;
import org.openhall.repository.client.HttpRoute;

/**
 * The agent program. Exit status: 0 done, 1 wrong command line, 2 refused (release, token, not
 * enrolled), 3 port or data folder in use, 4 the machine failed, 5 the office is out of reach.
 */
public final class AgentMain {
  private AgentMain() {}

  /** Runs one command; {@code run} keeps the process alive until it is stopped. */
  public static void main(String[] words) {
    HttpRoute.permitPasswordsForTunnels();
    // UTF-8 whatever the locale says: terminals often run with none.
    PrintStream out = utf8(FileDescriptor.out);
    PrintStream err = utf8(FileDescriptor.err);
    Exit exit = run(List.of(words), out, err);
    out.flush();
    if (exit != Exit.DONE) {
      System.exit(exit.status());
    }
  }

  /** Runs one command and returns how it ended. */
  static Exit run(List<String> words, PrintStream out, PrintStream err) {
    Arguments arguments = Arguments.parse(words);
    Console console = new Console(out, err, arguments.words(), arguments.wantsJson());
    try {
      return run(arguments, console);
    } catch (WrongArgumentException e) {
      return console.fail(Exit.WRONG_COMMAND_LINE, e.sentence());
    } catch (IOException e) {
      return console.fail(Exit.MACHINE_FAILED, Sentence.of("failed", arguments.dataText(), e));
    }
  }

  private static Exit run(Arguments arguments, Console console)
      throws IOException, WrongArgumentException {
    if (arguments.wantsHelp()) {
      console.say(Sentence.of(arguments.helpKey()));
      return Exit.DONE;
    }
    Command command = arguments.command();
    Path data = arguments.data();
    useTemporaryFolderOf(data);
    return command.run(arguments, console);
  }

  /** Native libraries are unpacked into the temporary folder; that too is under the data folder. */
  private static void useTemporaryFolderOf(Path data) throws IOException {
    Path temporary = Files.createDirectories(data.resolve("tmp"));
    System.setProperty("java.io.tmpdir", temporary.toString());
    System.setProperty("org.sqlite.tmpdir", temporary.toString());
  }

  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }
}
