package org.openhall.office;

import java.io.IOException;
import java.sql.SQLException;
import org.openhall.office.database.OfficeDatabase;
import tools.jackson.databind.json.JsonMapper;

/** {@code database}: which database this office has. */
final class DatabaseCommand implements Command {

  @Override
  public int run(Arguments arguments, Console console) throws IOException, SQLException {
    OfficeDatabase database = Office.open(arguments, console).database();
    OfficeDatabase.About about = database.about();
    console.say("database.is", about.product(), database.name(), about.tables());
    if (arguments.wantsJson()) {
      console
          .out()
          .println(
              JsonMapper.shared()
                  .createObjectNode()
                  .put("database", database.name())
                  .put("product", about.product())
                  .put("tables", about.tables()));
    }
    return OfficeMain.DONE;
  }
}
