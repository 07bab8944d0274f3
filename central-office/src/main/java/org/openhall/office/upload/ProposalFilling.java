package org.openhall.office.upload;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.openhall.content.ContentRecord;
import org.openhall.content.codec.MalformedRecordException;
import org.openhall.content.codec.RecordCodec;
import org.openhall.office.catalog.Catalog;
import org.openhall.office.catalog.RecordRow;
import org.openhall.office.proposal.Change;
import org.openhall.office.proposal.ProposalOutcome;
import org.openhall.office.proposal.Proposals;

/** Puts records into a proposal as they are read, some hundreds at a time. */
public final class ProposalFilling implements Catalog.Changes {
  private static final int BATCH = 500;

  private final Proposals proposals;
  private final long proposal;
  private final String author;
  private final List<Change> waiting = new ArrayList<>();

  /** Into a proposal that was just begun. */
  public ProposalFilling(Proposals proposals, long proposal, String author) {
    this.proposals = proposals;
    this.proposal = proposal;
    this.author = author;
  }

  @Override
  public void add(RecordRow row, int base) throws SQLException {
    waiting.add(new Change.Put(base, record(row)));
    if (waiting.size() == BATCH) {
      put();
    }
  }

  private static ContentRecord record(RecordRow row) {
    try {
      return RecordCodec.decode(row.record().json());
    } catch (MalformedRecordException e) {
      throw new IllegalStateException("what was just written cannot be read", e);
    }
  }

  private void put() throws SQLException {
    ProposalOutcome outcome = proposals.put(proposal, author, waiting.iterator());
    waiting.clear();
    if (!(outcome instanceof ProposalOutcome.Done)) {
      throw new IllegalStateException("a proposal just begun takes records: " + outcome);
    }
  }

  /** Hands it in; one that changes nothing is given up. */
  public ProposalOutcome submit() throws SQLException {
    return submit(_ -> {});
  }

  /** The same with something else in one transaction. */
  public ProposalOutcome submit(Proposals.Also also) throws SQLException {
    if (!waiting.isEmpty()) {
      put();
    }
    ProposalOutcome outcome = proposals.submit(proposal, author, also);
    if (outcome instanceof ProposalOutcome.Refused) {
      proposals.discard(proposal, author);
    }
    return outcome;
  }
}
