package org.openhall.office.proposal;

import java.util.List;
import java.util.Optional;
import org.openhall.office.database.OfficeDatabase;
import org.openhall.office.proposal.Proposal.State;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks at proposals, a page at a time; lists go on after the last one seen. */
public final class ProposalReader {
  private final ProposalTable proposals;
  private final ItemTable items;

  ProposalReader(OfficeDatabase database) {
    JdbcClient client = database.client();
    this.proposals = new ProposalTable(client);
    this.items = new ItemTable(client);
  }

  /** The proposal of that number. */
  public Optional<Proposal> find(long id) {
    return proposals.find(id);
  }

  /**
   * Those in a state, the newest first.
   *
   * @param before number that all of them are below; {@link Long#MAX_VALUE} to begin
   */
  public List<Proposal> inState(State state, long before, int limit) {
    return proposals.inState(state, before, limit);
  }

  /** Those of an author, the newest first. */
  public List<Proposal> of(String author, long before, int limit) {
    return proposals.of(author, before, limit);
  }

  /** Those that concern a record, the newest first. */
  public List<Proposal> touching(String recordId, int limit) {
    return proposals.touching(recordId, limit);
  }

  /** Every decision on a proposal, the first first. */
  public List<Decision> decisions(long id) {
    return proposals.decisions(id);
  }

  /** One record of a proposal. */
  public Optional<Item> item(long id, String recordId) {
    return items.find(id, recordId);
  }

  /**
   * Records of a proposal by id.
   *
   * @param after id that all of them come after; empty to begin
   */
  public List<Item> items(long id, String after, int limit) {
    return items.after(id, after, limit);
  }

  /** A few records from all over a proposal, the same each time. */
  public List<Item> sample(long id, int most) {
    return items.sample(id, most);
  }

  /** How many records it concerns. */
  public Counts counts(long id) {
    return items.counts(id);
  }

  /** What the catalogue holds in another version than the proposal rests on, the first of them. */
  public List<Conflict> conflicts(long id) {
    return items.conflicts(id, Proposals.CONFLICTS);
  }

  /** How many earlier savings of one record there are to go back to. */
  public int steps(long id, String recordId) {
    return items.drafts(id, recordId).size();
  }
}
