package org.openhall.office.upload;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.openhall.office.audit.Entry;
import org.openhall.office.catalog.Catalog;
import org.openhall.office.catalog.RecordRow;
import org.openhall.office.proposal.Proposal;
import org.openhall.office.proposal.Proposals;

/**
 * What an import brings anew for records that were edited at the desk: one proposal, begun with the
 * first of them, for a person to decide on.
 */
public final class ImportProposal implements Catalog.Changes {
  private final Proposals proposals;
  private final String title;
  private long proposal;
  private @Nullable ProposalFilling filling;

  /**
   * @param title what it is about, for its reviewer
   */
  public ImportProposal(Proposals proposals, String title) {
    this.proposals = proposals;
    this.title = title;
  }

  @Override
  public void add(RecordRow row, int base) throws SQLException {
    if (filling == null) {
      proposal = proposals.open(Proposal.Origin.IMPORT, Entry.COMMAND, title).id();
      filling = new ProposalFilling(proposals, proposal, Entry.COMMAND);
    }
    filling.add(row, base);
  }

  /**
   * Hands it in when the import is done, or gives it up.
   *
   * @return its number; 0 where there is none
   */
  public long end(boolean isImported) throws SQLException {
    if (filling == null) {
      return 0;
    } else if (isImported) {
      filling.submit();
      return proposal;
    }
    proposals.discard(proposal, Entry.COMMAND);
    return 0;
  }
}
