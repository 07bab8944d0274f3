package org.openhall.office;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.openhall.office.audit.AuditRow;
import org.openhall.office.audit.AuditTrail;
import org.openhall.office.audit.VerifyOutcome;
import org.openhall.office.text.Messages;
import org.openhall.office.text.OfficeTime;
import org.openhall.office.text.TextTable;
import org.openhall.office.text.Trouble;
import org.openhall.office.text.TroubleException;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code audit list [--from DATE]}, {@code audit verify}: who did what, and whether it is whole.
 */
final class AuditCommand implements Command {
  private static final int MOST = 1_000;

  @Override
  public int run(Arguments arguments, Console console)
      throws IOException, SQLException, TroubleException {
    AuditTrail trail = new AuditTrail(Office.open(arguments, console).database());
    return switch (String.join(" ", arguments.operands())) {
      case "list" -> list(trail, arguments, console);
      case "verify" -> verify(trail.verify(), arguments, console);
      default -> throw new TroubleException("trouble.audit-usage");
    };
  }

  private static int verify(VerifyOutcome outcome, Arguments arguments, Console console) {
    return switch (outcome) {
      case VerifyOutcome.Whole(long entries, String last) -> {
        console.say("audit.whole", entries, last);
        if (arguments.wantsJson()) {
          console
              .out()
              .println(
                  JsonMapper.shared().createObjectNode().put("entries", entries).put("last", last));
        }
        yield OfficeMain.DONE;
      }
      case VerifyOutcome.Broken(long number, VerifyOutcome.Why why) ->
          console.fail(OfficeMain.BAD_INPUT, Trouble.of("audit.broken." + why, number));
    };
  }

  private static int list(AuditTrail trail, Arguments arguments, Console console) {
    Messages messages = console.messages();
    TextTable table =
        new TextTable(
            messages.text("audit.number"),
            messages.text("audit.at"),
            messages.text("audit.who"),
            messages.text("audit.deed"),
            messages.text("audit.subject"),
            messages.text("audit.words"));
    String from = arguments.option("--from").orElse("");
    List<AuditRow> rows = trail.list(new AuditTrail.Filter("", "", "", from, 0), MOST);
    for (AuditRow row : rows.reversed()) {
      table.row(
          row.number(),
          OfficeTime.minute(Instant.parse(row.at())),
          row.who(),
          row.deed(),
          row.subject(),
          row.words());
    }
    console.print(table.lines());
    return OfficeMain.DONE;
  }
}
