package org.openhall.office;

import java.io.IOException;
import java.sql.SQLException;
import java.util.OptionalInt;
import org.openhall.office.catalog.Catalog;
import org.openhall.office.keys.KeyRole;
import org.openhall.office.publish.EmergencyDesk.Undone;
import org.openhall.office.text.TroubleException;
import org.openhall.repository.metadata.RepositoryException;

/**
 * {@code withdraw ID}: takes a record off every screen, at once. {@code withdraw --undo ID}: gives
 * it a new revision, with which the next release brings it back, under two signatures.
 */
final class WithdrawCommand implements Command {
  @Override
  public int run(Arguments arguments, Console console)
      throws IOException, SQLException, RepositoryException, TroubleException {
    if (arguments.operands().size() != 1) {
      throw new TroubleException("trouble.withdraw-usage");
    }
    Office office = Office.open(arguments, console);
    Keys keys = new Keys(arguments, console, office);
    String id = arguments.operands().getFirst();
    if (arguments.has("--undo")) {
      undo(id, office, console);
      return OfficeMain.DONE;
    }
    String why = keys.required("--why");
    int revision = revision(id, office.catalog());
    EmergencyCommand.say(
        office.emergencyDesk().withdraw(id, revision, why, keys.signer(KeyRole.EMERGENCY)));
    console.say("emergency.withdrawn", id);
    return OfficeMain.DONE;
  }

  /** A slip in the id would leave on the screens what must not be there. */
  private static int revision(String id, Catalog catalog) throws SQLException, TroubleException {
    OptionalInt revision = catalog.revision(id);
    if (revision.isEmpty()) {
      throw new TroubleException("trouble.no-such-record", id);
    }
    return revision.getAsInt();
  }

  private static void undo(String id, Office office, Console console)
      throws IOException, SQLException, RepositoryException, TroubleException {
    switch (office.emergencyDesk().undo(id, office.catalog())) {
      case Undone.Revised(int revision) -> console.say("emergency.undone", id, revision);
      case Undone.NoSuchRecord() -> throw new TroubleException("trouble.no-such-record", id);
      case Undone.NotWithdrawn() -> throw new TroubleException("trouble.not-withdrawn", id);
      case Undone.ForGood() -> throw new TroubleException("trouble.withdrawn-for-good", id);
    }
  }
}
