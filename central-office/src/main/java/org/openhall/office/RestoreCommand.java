package org.openhall.office;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.openhall.office.backup.Manifest;
import org.openhall.office.backup.Restore;
import org.openhall.office.database.DatabasePlace;
import org.openhall.office.text.Trouble;

/**
 * {@code restore --from DIR [--database URL]}: an office out of the newest backup, in a new data
 * folder, on {@code office.db} or on an empty PostgreSQL database.
 */
final class RestoreCommand implements Command {

  @Override
  public int run(Arguments arguments, Console console) throws IOException, SQLException {
    Optional<String> from = arguments.option("--from");
    if (from.isEmpty()) {
      return console.fail(OfficeMain.WRONG_COMMAND_LINE, Trouble.of("trouble.restore-where"));
    }
    Path folder = Path.of(from.get()).toAbsolutePath();
    Optional<String> url = arguments.option("--database");
    Optional<DatabasePlace.OnServer> server = Optional.empty();
    if (url.isPresent()) {
      server = Optional.of(DatabasePlace.OnServer.of(url.get(), arguments.databasePasswordFile()));
    }
    return switch (new Restore(folder, arguments.data()).run(server)) {
      case Restore.Outcome.Restored(Manifest manifest, boolean hadSettings) -> {
        console.say("restore.done", manifest.office(), manifest.madeAt(), manifest.files().size());
        if (hadSettings) {
          console.say("restore.settings", arguments.data());
        }
        url.ifPresent(place -> console.say("restore.on-server", place));
        yield OfficeMain.DONE;
      }
      case Restore.Outcome.NoBackup() ->
          console.fail(OfficeMain.BAD_INPUT, Trouble.of("trouble.no-backup", folder));
      case Restore.Outcome.NotEmpty() ->
          console.fail(
              OfficeMain.BAD_INPUT, Trouble.of("trouble.restore-not-empty", arguments.data()));
      case Restore.Outcome.Damaged(List<String> paths) ->
          console.fail(
              OfficeMain.BAD_INPUT,
              Trouble.of("trouble.backup-damaged", paths.size(), paths.getFirst()));
      case Restore.Outcome.ServerNotEmpty(String name, String table) ->
          console.fail(
              OfficeMain.BAD_INPUT, Trouble.of("trouble.restore-server-not-empty", name, table));
    };
  }
}
