package org.openhall.office.proposal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.openhall.content.codec.MalformedRecordException;
import org.openhall.content.codec.RecordCodec;
import org.openhall.office.catalog.RecordWriter;
import org.openhall.office.proposal.Proposal.State;
import org.openhall.office.proposal.ProposalOutcome.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** What is done to one proposal within one transaction. */
final class ProposalDeed {
  private static final int PAGE = 500;

  private final JdbcClient client;
  private final Connection connection;
  private final ProposalTable proposals;
  private final ItemTable items;
  private final Instant now;

  ProposalDeed(Connection connection, Instant now) {
    this.client = JdbcClient.create(new SingleConnectionDataSource(connection, true));
    this.connection = connection;
    this.proposals = new ProposalTable(client);
    this.items = new ItemTable(client);
    this.now = now;
  }

  Connection connection() {
    return connection;
  }

  ProposalTable proposals() {
    return proposals;
  }

  ItemTable items() {
    return items;
  }

  /** What an author may do to their own work while it is theirs. */
  Optional<Refusal> refusalOfAuthor(long id, String author) {
    Optional<Proposal> proposal = proposals.find(id);
    if (proposal.isEmpty()) {
      return Optional.of(Refusal.UNKNOWN);
    } else if (!proposal.get().author().equals(author)) {
      return Optional.of(Refusal.NOT_THE_AUTHOR);
    }
    State state = proposal.get().state();
    return state.isEditable() && proposals.save(id, state, now)
        ? Optional.empty()
        : Optional.of(Refusal.WRONG_STATE);
  }

  Optional<Refusal> put(Proposal proposal, List<Change> changes) {
    ItemMaker maker = new ItemMaker(client, proposal, now);
    for (Change change : changes) {
      Item item = maker.of(change);
      if (proposal.origin() == Proposal.Origin.EDIT) {
        items.keepDraft(proposal.id(), item.recordId(), item.row().sha256());
      }
      items.put(item);
    }
    return Optional.empty();
  }

  Optional<Refusal> drop(Proposal proposal, String recordId) {
    return items.drop(proposal.id(), recordId) ? Optional.empty() : Optional.of(Refusal.UNKNOWN);
  }

  Optional<Refusal> stepBack(Proposal proposal, String recordId) {
    Optional<Item> item = items.find(proposal.id(), recordId);
    List<DraftVersion> drafts = items.drafts(proposal.id(), recordId);
    if (item.isEmpty() || drafts.isEmpty()) {
      return Optional.of(Refusal.UNKNOWN);
    }
    DraftVersion last = drafts.getFirst();
    items.dropDraft(last.number());
    try {
      Change before = new Change.Put(item.get().base(), RecordCodec.decode(last.json()));
      items.put(new ItemMaker(client, proposal, now).of(before));
    } catch (MalformedRecordException e) {
      throw new IllegalStateException("a draft of the database is damaged", e);
    }
    return Optional.empty();
  }

  Optional<Refusal> submit(Proposal proposal) {
    if (items.counts(proposal.id()).all() == 0) {
      return Optional.of(Refusal.EMPTY);
    }
    proposals.submitted(proposal.id(), now);
    return move(proposal, State.SUBMITTED);
  }

  Optional<Refusal> discard(Proposal proposal) {
    items.dropDrafts(proposal.id());
    return move(proposal, State.DISCARDED);
  }

  private Optional<Refusal> move(Proposal proposal, State to) {
    return proposals.move(proposal.id(), proposal.state(), to)
        ? Optional.empty()
        : Optional.of(Refusal.WRONG_STATE);
  }

  /**
   * Notes a reviewer's decision on what was handed in. The decisions are counted after the move,
   * when the row is ours: what was handed in stays as it is until there is one more.
   *
   * @param round how many decisions there were when it was looked at
   */
  Optional<Refusal> decide(long id, int round, Decision decision) {
    Optional<Proposal> proposal = proposals.find(id);
    if (proposal.isEmpty()) {
      return Optional.of(Refusal.UNKNOWN);
    } else if (proposal.get().author().equals(decision.who())) {
      return Optional.of(Refusal.OWN_WORK);
    }
    if (!proposals.move(
        id, State.SUBMITTED, decision.isApproved() ? State.APPROVED : State.RETURNED)) {
      return Optional.of(Refusal.WRONG_STATE);
    } else if (proposals.decisions(id).size() != round) {
      return Optional.of(Refusal.CHANGED);
    }
    proposals.decide(id, decision);
    return Optional.empty();
  }

  /** Writes all of it to the catalogue, and what it takes back is undone. */
  void write(Proposal proposal) throws SQLException {
    try (RecordWriter writer = new RecordWriter(connection)) {
      String last = "";
      for (List<Item> page = items.after(proposal.id(), last, PAGE);
          !page.isEmpty();
          page = items.after(proposal.id(), last, PAGE)) {
        for (Item item : page) {
          write(writer, item);
        }
        last = page.getLast().recordId();
      }
      writer.finish();
    }
    items.dropDrafts(proposal.id());
    if (proposal.undoes() != null) {
      proposals.move(proposal.undoes(), State.APPROVED, State.UNDONE);
    }
  }

  private static void write(RecordWriter writer, Item item) throws SQLException {
    if (item.isRemoval()) {
      writer.remove(item.recordId());
    } else {
      writer.put(item.row());
    }
  }
}
