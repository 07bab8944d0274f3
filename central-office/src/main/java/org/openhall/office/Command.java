package org.openhall.office;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;

/** One command of the office program. */
@FunctionalInterface
interface Command {
  Map<String, Command> ALL =
      Map.of(
          "check", new CheckCommand(),
          "init", new InitCommand(),
          "import", new ImportCommand(),
          "import-sample", new ImportSampleCommand(),
          "publish", new PublishCommand(),
          "releases", new ReleasesCommand(),
          "token", new TokenCommand(),
          "serve", new ServeCommand());

  /** Runs it and returns the exit status. */
  int run(Arguments arguments, Console console) throws IOException, SQLException;

  static boolean exists(String name) {
    return ALL.containsKey(name);
  }

  /** The command of that name, which exists. */
  static Command named(String name) {
    Command command = ALL.get(name);
    if (command == null) {
      throw new IllegalArgumentException(name);
    }
    return command;
  }
}
