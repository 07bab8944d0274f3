package org.openhall.office.proposal;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.openhall.content.Limits;
import org.openhall.content.Violation;
import org.openhall.office.audit.AuditLog;
import org.openhall.office.audit.Deed;
import org.openhall.office.audit.Entry;
import org.openhall.office.database.Alone;
import org.openhall.office.database.OfficeDatabase;
import org.openhall.office.database.Turn;
import org.openhall.office.proposal.Proposal.Origin;
import org.openhall.office.proposal.Proposal.State;
import org.openhall.office.proposal.ProposalOutcome.Conflicts;
import org.openhall.office.proposal.ProposalOutcome.Done;
import org.openhall.office.proposal.ProposalOutcome.OutOfLimits;
import org.openhall.office.proposal.ProposalOutcome.Refusal;
import org.openhall.office.proposal.ProposalOutcome.Refused;

/**
 * Changes of records, from the first draft to the catalogue: open → put → submit → approve. The
 * author never decides, the reviewer never writes, and what the catalogue holds has been approved
 * byte for byte. An author is a person's id, or that of a program.
 */
public final class Proposals {
  /** How many conflicts are named at most. */
  public static final int CONFLICTS = 200;

  private static final int BATCH = 500;

  private final OfficeDatabase database;
  private final Clock clock;
  private final AuditLog log;

  /**
   * @param clock in the office's time zone
   */
  public Proposals(OfficeDatabase database, Clock clock) {
    this.database = database;
    this.clock = clock;
    this.log = new AuditLog(database, clock);
  }

  /** Looks at them, and changes nothing. */
  public ProposalReader reader() {
    return new ProposalReader(database);
  }

  /**
   * Begins an empty one.
   *
   * @param title what it is about, for its reviewer
   */
  public Proposal open(Origin origin, String author, String title) {
    long id = new ProposalTable(database.client()).add(origin, author, title, null, now());
    return reader().find(id).orElseThrow();
  }

  /** Puts one record's change into it, in the place of an earlier one of the same record. */
  public ProposalOutcome put(long id, String author, Change change) throws SQLException {
    return put(id, author, List.of(change).iterator());
  }

  /**
   * Puts any number of changes into it, in transactions of {@value #BATCH}: the office writes as
   * ever meanwhile. It ends at the first that cannot be; what was put before it stays.
   */
  public ProposalOutcome put(long id, String author, Iterator<Change> changes) throws SQLException {
    ProposalOutcome outcome = putBatch(id, author, changes);
    while (outcome instanceof Done && changes.hasNext()) {
      outcome = putBatch(id, author, changes);
    }
    return outcome;
  }

  private ProposalOutcome putBatch(long id, String author, Iterator<Change> changes)
      throws SQLException {
    List<Change> batch = new ArrayList<>();
    while (batch.size() < BATCH && changes.hasNext()) {
      Change change = changes.next();
      if (change instanceof Change.Put put) {
        List<Violation> violations = Limits.check(put.record());
        if (!violations.isEmpty()) {
          return new OutOfLimits(violations);
        }
      }
      batch.add(change);
    }
    return edit(id, author, Optional.empty(), (deed, proposal) -> deed.put(proposal, batch));
  }

  /** Takes one record's change out of it. */
  public ProposalOutcome drop(long id, String author, String recordId) throws SQLException {
    return edit(id, author, Optional.empty(), (deed, proposal) -> deed.drop(proposal, recordId));
  }

  /** Goes back to what was saved of a record before the last time. */
  public ProposalOutcome stepBack(long id, String author, String recordId) throws SQLException {
    return edit(
        id, author, Optional.empty(), (deed, proposal) -> deed.stepBack(proposal, recordId));
  }

  /** Hands it in for review. */
  public ProposalOutcome submit(long id, String author) throws SQLException {
    return submit(id, author, _ -> {});
  }

  /** The same with something else in one transaction: both are done, or none. */
  public ProposalOutcome submit(long id, String author, Also also) throws SQLException {
    return edit(
        id,
        author,
        Optional.of(Deed.PROPOSAL_SUBMITTED),
        (deed, proposal) -> {
          Optional<Refusal> refusal = deed.submit(proposal);
          if (refusal.isEmpty()) {
            also.write(deed.connection());
          }
          return refusal;
        });
  }

  /** What is written along with a deed. */
  @FunctionalInterface
  public interface Also {
    void write(Connection connection) throws SQLException;
  }

  /**
   * Gives up what programs began and nobody will hand in: they died.
   *
   * @param before when they saved last
   * @return how many
   */
  public int abandon(Instant before) {
    return new ProposalTable(database.client()).abandon(before.truncatedTo(ChronoUnit.SECONDS));
  }

  /** Its author gives it up. */
  public ProposalOutcome discard(long id, String author) throws SQLException {
    return edit(id, author, Optional.of(Deed.PROPOSAL_DISCARDED), ProposalDeed::discard);
  }

  /**
   * Gives it back to its author, who may mend it and hand it in again.
   *
   * @param round how many decisions there were on it when it was looked at; it is handed in again
   *     only after another one
   * @param reason for the author; not empty
   * @param secrecy where it goes back because of the secrecy review
   */
  public ProposalOutcome giveBack(
      long id, int round, String reviewer, String reason, Optional<SecrecyReview> secrecy)
      throws SQLException {
    Decision decision = new Decision(reviewer, now(), false, reason, secrecy.orElse(null));
    try (Connection connection = database.connect()) {
      connection.setAutoCommit(false);
      Optional<Refusal> refusal = new ProposalDeed(connection, now()).decide(id, round, decision);
      if (refusal.isPresent()) {
        return new Refused(refusal.get());
      }
      return committed(connection, entry(reviewer, Deed.PROPOSAL_RETURNED, id, reason), id);
    }
  }

  /**
   * Approves it and writes all of it to the catalogue, or none: a record that has changed since is
   * a conflict.
   *
   * @param round how many decisions there were on it when it was looked at
   */
  public ProposalOutcome approve(long id, int round, String reviewer, SecrecyReview secrecy)
      throws IOException, SQLException {
    if (!secrecy.conclusion().isPublic()) {
      return new Refused(Refusal.NOT_PUBLIC);
    }
    Decision decision = new Decision(reviewer, now(), true, "", secrecy);
    try (Alone alone = database.alone(Turn.IMPORT);
        Connection connection = database.connect()) {
      connection.setAutoCommit(false);
      ProposalDeed deed = new ProposalDeed(connection, now());
      Optional<Refusal> refusal = deed.decide(id, round, decision);
      if (refusal.isPresent()) {
        return new Refused(refusal.get());
      }
      List<Conflict> conflicts = deed.items().conflicts(id, CONFLICTS);
      if (!conflicts.isEmpty()) {
        return new Conflicts(conflicts);
      }
      deed.write(deed.proposals().find(id).orElseThrow());
      alone.confirm();
      String words = secrecy.conclusion().code() + ": " + secrecy.basis();
      return committed(connection, entry(reviewer, Deed.PROPOSAL_APPROVED, id, words), id);
    }
  }

  /**
   * Begins a proposal that takes an approved one back, record by record; it is reviewed like any
   * other.
   */
  public ProposalOutcome undo(long id, String author, String title) throws SQLException {
    Optional<Proposal> undone = reader().find(id);
    if (undone.isEmpty()) {
      return new Refused(Refusal.UNKNOWN);
    } else if (undone.get().state() != State.APPROVED) {
      return new Refused(Refusal.WRONG_STATE);
    }
    ProposalTable table = new ProposalTable(database.client());
    if (table.undoing(id).isPresent()) {
      return new Refused(Refusal.UNDONE_ALREADY);
    }
    long back = table.add(Origin.EDIT, author, title, id, now());
    return put(back, author, new WayBack(database.client(), id));
  }

  /** What an author does to their own work. */
  private interface Edit {
    Optional<Refusal> on(ProposalDeed deed, Proposal proposal) throws SQLException;
  }

  private ProposalOutcome edit(long id, String author, Optional<Deed> noted, Edit edit)
      throws SQLException {
    try (Connection connection = database.connect()) {
      connection.setAutoCommit(false);
      ProposalDeed deed = new ProposalDeed(connection, now());
      Optional<Refusal> refusal = deed.refusalOfAuthor(id, author);
      if (refusal.isEmpty()) {
        refusal = edit.on(deed, deed.proposals().find(id).orElseThrow());
      }
      if (refusal.isPresent()) {
        return new Refused(refusal.get());
      }
      String title = deed.proposals().find(id).orElseThrow().title();
      return committed(connection, noted.flatMap(what -> entry(author, what, id, title)), id);
    }
  }

  private static Optional<Entry> entry(String who, Deed deed, long id, String words) {
    return Optional.of(new Entry(who, deed, Long.toString(id), words));
  }

  private ProposalOutcome committed(Connection connection, Optional<Entry> entry, long id)
      throws SQLException {
    if (entry.isPresent()) {
      log.add(connection, entry.get());
    }
    connection.commit();
    return new Done(reader().find(id).orElseThrow());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }
}
