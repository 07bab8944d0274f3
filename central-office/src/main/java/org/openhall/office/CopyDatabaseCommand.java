package org.openhall.office;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.openhall.office.database.DatabaseCopy;
import org.openhall.office.database.DatabasePlace;
import org.openhall.office.database.OfficeDatabase;
import org.openhall.office.database.Running;
import org.openhall.office.text.Trouble;

/** {@code copy-database}: moves an office from {@code office.db} onto a PostgreSQL server. */
final class CopyDatabaseCommand implements Command {

  @Override
  public int run(Arguments arguments, Console console) throws IOException, SQLException {
    Optional<String> to = arguments.option("--to");
    if (to.isEmpty()) {
      return console.fail(OfficeMain.WRONG_COMMAND_LINE, Trouble.of("trouble.copy-to-where"));
    }
    DatabasePlace.OnServer place =
        DatabasePlace.OnServer.of(to.get(), arguments.databasePasswordFile());
    if (!(DatabasePlace.of(arguments.data()) instanceof DatabasePlace.InFolder)) {
      return console.fail(OfficeMain.BAD_INPUT, Trouble.of("trouble.copied-already"));
    }
    Optional<Running> none = Running.none(arguments.data());
    if (none.isEmpty()) {
      return console.fail(OfficeMain.BAD_INPUT, Trouble.of("trouble.copy-in-use"));
    }
    try (Running _ = none.get()) {
      return copy(place, arguments, console);
    }
  }

  private static int copy(DatabasePlace.OnServer place, Arguments arguments, Console console)
      throws IOException, SQLException {
    try (OfficeDatabase from = Office.open(arguments, console).database();
        OfficeDatabase target = OfficeDatabase.open(arguments.data(), place, turn -> {})) {
      return switch (new DatabaseCopy(from, target).run()) {
        case DatabaseCopy.Outcome.Copied(Map<String, Long> rows) -> {
          DatabasePlace.note(arguments.data(), place);
          rows.forEach((table, count) -> console.say("database.rows", table, count));
          console.say("database.copied", target.name());
          yield OfficeMain.DONE;
        }
        case DatabaseCopy.Outcome.NotEmpty(String table) ->
            console.fail(
                OfficeMain.BAD_INPUT, Trouble.of("trouble.copy-not-empty", target.name(), table));
        case DatabaseCopy.Outcome.Differs(String table, long there, long here) ->
            console.fail(
                OfficeMain.MACHINE_FAILED, Trouble.of("trouble.copy-differs", table, there, here));
      };
    }
  }
}
