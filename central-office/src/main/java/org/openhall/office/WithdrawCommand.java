package org.openhall.office;

import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.openhall.office.catalog.Catalog;
import org.openhall.office.keys.KeyRole;
import org.openhall.office.text.TroubleException;
import org.openhall.repository.metadata.RepositoryException;

/** {@code withdraw ID}: takes a record off every screen, at once. */
final class WithdrawCommand implements Command {
  @Override
  public int run(Arguments arguments, Console console)
      throws IOException, SQLException, RepositoryException, TroubleException {
    if (arguments.operands().size() != 1) {
      throw new TroubleException("trouble.withdraw-usage");
    }
    Office office = Office.open(arguments.data());
    Keys keys = new Keys(arguments, console, office);
    String id = arguments.operands().getFirst();
    String why = keys.required("--why");
    requireRecord(id, office.catalog());
    EmergencyCommand.say(office.emergencyDesk().withdraw(id, why, keys.signer(KeyRole.EMERGENCY)));
    console.say("emergency.withdrawn", id);
    return OfficeMain.DONE;
  }

  /** A slip in the id would leave on the screens what must not be there. */
  private static void requireRecord(String id, Catalog catalog)
      throws IOException, SQLException, TroubleException {
    AtomicBoolean found = new AtomicBoolean();
    catalog.forEach(record -> found.compareAndSet(false, record.id().equals(id)));
    if (!found.get()) {
      throw new TroubleException("trouble.no-such-record", id);
    }
  }
}
