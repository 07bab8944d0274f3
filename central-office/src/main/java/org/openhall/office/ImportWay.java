package org.openhall.office;

import java.io.IOException;
import java.sql.SQLException;
import org.openhall.office.catalog.Catalog;
import org.openhall.office.catalog.Edits;
import org.openhall.office.catalog.ImportOutcome;
import org.openhall.office.proposal.Proposals;
import org.openhall.office.upload.ImportProposal;

/**
 * How an import command meets what was edited at the desk: by a proposal for review, or with {@code
 * --over-edits} by writing over it.
 */
final class ImportWay {
  private final Catalog catalog;
  private final Proposals proposals;
  private final Console console;
  private final boolean isOver;

  ImportWay(Office office, Arguments arguments, Console console) {
    this.catalog = office.catalog();
    this.proposals = office.proposals();
    this.console = console;
    this.isOver = arguments.has("--over-edits");
  }

  /** One import by a catalogue. */
  @FunctionalInterface
  interface Run {
    ImportOutcome by(Catalog catalog) throws IOException, SQLException;
  }

  /**
   * Imports.
   *
   * @param name what it is, for the reviewer
   */
  ImportOutcome run(String name, Run run) throws IOException, SQLException {
    if (isOver) {
      return run.by(catalog.where(Edits.OVERWRITTEN));
    }
    String title = console.messages().text("import.proposal", name);
    ImportProposal proposal = new ImportProposal(proposals, title);
    ImportOutcome outcome = run.by(catalog.where(Edits.proposing(proposal)));
    long number = proposal.end(outcome instanceof ImportOutcome.Imported);
    if (number > 0) {
      console.say("import.proposed", Long.toString(number));
    }
    return outcome;
  }
}
