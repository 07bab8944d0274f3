package org.openhall.office;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import org.openhall.office.text.TroubleException;
import org.openhall.repository.metadata.RepositoryException;

/** One command of the office program. */
@FunctionalInterface
interface Command {
  Map<String, Command> ALL =
      Map.ofEntries(
          Map.entry("check", new CheckCommand()),
          Map.entry("lint", new LintCommand()),
          Map.entry("backup", new BackupCommand()),
          Map.entry("restore", new RestoreCommand()),
          Map.entry("verify", new VerifyCommand()),
          Map.entry("database", new DatabaseCommand()),
          Map.entry("copy-database", new CopyDatabaseCommand()),
          Map.entry("init", new InitCommand()),
          Map.entry("import", new ImportCommand()),
          Map.entry("import-sample", new ImportSampleCommand()),
          Map.entry("keys", new KeysCommand()),
          Map.entry("release", new ReleaseCommand()),
          Map.entry("emergency", new EmergencyCommand()),
          Map.entry("withdraw", new WithdrawCommand()),
          Map.entry("publish", new PublishCommand()),
          Map.entry("releases", new ReleasesCommand()),
          Map.entry("token", new TokenCommand()),
          Map.entry("answer-stick", new AnswerStickCommand()),
          Map.entry("export-stick", new ExportStickCommand()),
          Map.entry("terminals", new TerminalsCommand()),
          Map.entry("revoke-terminal", new RevokeTerminalCommand()),
          Map.entry("events", new EventsCommand()),
          Map.entry("acceptance", new AcceptanceCommand()),
          Map.entry("intake", new IntakeCommand()),
          Map.entry("people", new PeopleCommand()),
          Map.entry("api-token", new ApiTokenCommand()),
          Map.entry("audit", new AuditCommand()),
          Map.entry("scripts", new ScriptsCommand()),
          Map.entry("serve", new ServeCommand()));

  /** Runs it and returns the exit status. */
  int run(Arguments arguments, Console console)
      throws IOException, SQLException, RepositoryException, TroubleException;

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
