package org.openhall.office.proposal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openhall.office.proposal.Proposal.Origin;
import org.openhall.office.proposal.Proposal.State;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables of proposals and decisions, by a client that has a transaction or none. */
final class ProposalTable {
  private static final String COLUMNS =
      "SELECT id, origin, author, title, state, opened_at, saved_at, submitted_at, undoes"
          + " FROM proposal ";

  private final JdbcClient client;

  ProposalTable(JdbcClient client) {
    this.client = client;
  }

  /** Adds one and says its number. */
  long add(Origin origin, String author, String title, @Nullable Long undoes, Instant now) {
    return client
        .sql(
            "INSERT INTO proposal (origin, author, title, state, opened_at, saved_at, undoes)"
                + " VALUES (?, ?, ?, 'open', ?, ?, ?) RETURNING id")
        .params(origin.code(), author, title, now.toString(), now.toString())
        .param(undoes)
        .query(Long.class)
        .single();
  }

  Optional<Proposal> find(long id) {
    return client.sql(COLUMNS + "WHERE id = ?").param(id).query(ProposalTable::read).optional();
  }

  /** Those in a state, the newest first. */
  List<Proposal> inState(State state, long before, int limit) {
    return client
        .sql(COLUMNS + "WHERE state = ? AND id < ? ORDER BY id DESC LIMIT ?")
        .params(state.code(), before, limit)
        .query(ProposalTable::read)
        .list();
  }

  /** Those of an author, the newest first. */
  List<Proposal> of(String author, long before, int limit) {
    return client
        .sql(COLUMNS + "WHERE author = ? AND id < ? ORDER BY id DESC LIMIT ?")
        .params(author, before, limit)
        .query(ProposalTable::read)
        .list();
  }

  /** Those with an item of this record, the newest first. */
  List<Proposal> touching(String recordId, int limit) {
    return client
        .sql(
            COLUMNS
                + "WHERE id IN (SELECT proposal FROM proposal_item WHERE record_id = ?)"
                + " ORDER BY id DESC LIMIT ?")
        .params(recordId, limit)
        .query(ProposalTable::read)
        .list();
  }

  /** The one that takes this one back, unless it was given up. */
  Optional<Proposal> undoing(long id) {
    return client
        .sql(COLUMNS + "WHERE undoes = ? AND state <> 'discarded' ORDER BY id DESC LIMIT 1")
        .param(id)
        .query(ProposalTable::read)
        .optional();
  }

  /** Another state, unless it has changed meanwhile. */
  boolean move(long id, State from, State to) {
    return client
            .sql("UPDATE proposal SET state = ? WHERE id = ? AND state = ?")
            .params(to.code(), id, from.code())
            .update()
        == 1;
  }

  /**
   * Notes that it was changed now, unless its state has changed meanwhile; its row is ours then.
   */
  boolean save(long id, State state, Instant now) {
    return client
            .sql("UPDATE proposal SET saved_at = ? WHERE id = ? AND state = ?")
            .params(now.toString(), id, state.code())
            .update()
        == 1;
  }

  void submitted(long id, Instant now) {
    client
        .sql("UPDATE proposal SET submitted_at = ? WHERE id = ?")
        .params(now.toString(), id)
        .update();
  }

  void rename(long id, String title) {
    client.sql("UPDATE proposal SET title = ? WHERE id = ?").params(title, id).update();
  }

  /** Of programs alone: a person's draft is theirs as long as they like. */
  int abandon(Instant before) {
    return client
        .sql(
            "UPDATE proposal SET state = 'discarded'"
                + " WHERE state = 'open' AND origin IN ('api', 'import') AND saved_at < ?")
        .param(before.toString())
        .update();
  }

  void decide(long id, Decision decision) {
    @Nullable SecrecyReview secrecy = decision.secrecy();
    client
        .sql(
            "INSERT INTO proposal_decision"
                + " (proposal, who, at, outcome, reason, conclusion, basis, note)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
        .params(
            id,
            decision.who(),
            decision.at().toString(),
            decision.isApproved() ? "approved" : "returned",
            decision.reason())
        .param(secrecy == null ? null : secrecy.conclusion().code())
        .param(secrecy == null ? "" : secrecy.basis())
        .param(secrecy == null ? "" : secrecy.note())
        .update();
  }

  /** Every decision on one, the first first. */
  List<Decision> decisions(long id) {
    return client
        .sql(
            "SELECT who, at, outcome, reason, conclusion, basis, note FROM proposal_decision"
                + " WHERE proposal = ? ORDER BY number")
        .param(id)
        .query((row, _) -> decision(row))
        .list();
  }

  private static Decision decision(ResultSet row) throws SQLException {
    @Nullable String conclusion = row.getString(5);
    return new Decision(
        row.getString(1),
        Instant.parse(row.getString(2)),
        row.getString(3).equals("approved"),
        row.getString(4),
        conclusion == null
            ? null
            : new SecrecyReview(
                SecrecyReview.Conclusion.valueOf(constant(conclusion)),
                row.getString(6),
                row.getString(7)));
  }

  private static Proposal read(ResultSet row, int number) throws SQLException {
    @Nullable String submitted = row.getString(8);
    long undoes = row.getLong(9);
    return new Proposal(
        row.getLong(1),
        Origin.valueOf(constant(row.getString(2))),
        row.getString(3),
        row.getString(4),
        State.valueOf(constant(row.getString(5))),
        Instant.parse(row.getString(6)),
        Instant.parse(row.getString(7)),
        submitted == null ? null : Instant.parse(submitted),
        undoes == 0 ? null : (Long) undoes);
  }

  private static String constant(String code) {
    return code.toUpperCase(Locale.ROOT).replace('-', '_');
  }
}
