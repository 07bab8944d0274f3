package org.openhall.office.api;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openhall.content.ContentRecord;
import org.openhall.office.catalog.BadFileException;
import org.openhall.office.catalog.Catalog;
import org.openhall.office.catalog.RecordTitle;
import org.openhall.office.catalog.RefusedRowException;
import org.openhall.office.catalog.SourceKind;
import org.openhall.office.catalog.Taken;
import org.openhall.office.database.OfficeDatabase;
import org.openhall.office.proposal.Change;
import org.openhall.office.proposal.Proposal;
import org.openhall.office.proposal.ProposalOutcome;
import org.openhall.office.proposal.Proposals;
import org.openhall.office.upload.KnownRecords;
import org.openhall.office.upload.ProposalFilling;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What other systems push: all of a body or none, as one proposal that a person reviews like any
 * other. No source is trusted past review.
 */
public final class Pushes {
  private final OfficeDatabase database;
  private final Catalog catalog;
  private final Proposals proposals;
  private final SourceVersions versions;

  public Pushes(OfficeDatabase database, Catalog catalog, Clock clock) {
    this.database = database;
    this.catalog = catalog;
    this.proposals = new Proposals(database, clock);
    this.versions = new SourceVersions(database, clock);
  }

  /** What came of a push. */
  sealed interface Outcome {

    /**
     * It is a proposal, or changes nothing; the answer is noted.
     *
     * @param proposal its number, 0 where nothing changes
     * @param answer for the bearer
     */
    record Done(long proposal, ObjectNode answer) implements Outcome {}

    /** None of it is taken. */
    record Refused(Problem problem) implements Outcome {}
  }

  /** Notes the answer in the transaction that hands the proposal in. */
  @FunctionalInterface
  interface Noting {
    void note(Connection connection, long proposal, ObjectNode answer) throws SQLException;
  }

  /** A body that was read and has no fault. */
  private record Read(
      ApiToken token, PushBody body, List<SourceVersions.Version> removals, List<Taken> taken) {}

  /** Gives up what requests began that died before this time. */
  void abandon(Instant before) {
    proposals.abandon(before);
  }

  Outcome push(ApiToken token, byte[] bytes, Noting noting) throws IOException, SQLException {
    try {
      PushBody body = PushBody.of(bytes);
      List<SourceVersions.Version> removals = new ArrayList<>();
      List<Problem.Fault> faults = new ArrayList<>();
      removals(token, body, removals, faults);
      List<Taken> taken = read(token, body, (_, _) -> {});
      faults.addAll(faults(taken));
      return faults.isEmpty()
          ? propose(new Read(token, body, removals, taken), noting)
          : new Outcome.Refused(new Problem(Problem.Kind.NOT_VALID, List.of(), faults));
    } catch (PushBody.BadBodyException e) {
      return new Outcome.Refused(e.problem());
    }
  }

  private void removals(
      ApiToken token,
      PushBody body,
      List<SourceVersions.Version> removals,
      List<Problem.Fault> faults) {
    for (int i = 0; i < body.removals().size(); i++) {
      Optional<SourceVersions.Version> version =
          versions.of(token.source(), body.removals().get(i));
      if (version.isPresent()) {
        removals.add(version.get());
      } else {
        faults.add(new Problem.Fault("#/removals/" + i, "was never pushed by this source"));
      }
    }
  }

  private List<Taken> read(ApiToken token, PushBody body, Catalog.Changes changes)
      throws IOException, SQLException {
    GuideImporter importer =
        new GuideImporter(
            body,
            token.source(),
            KnownRecords.of(database),
            key -> versions.of(token.source(), key).map(v -> v.recordId()).orElse(""));
    try {
      catalog.reckon(new Catalog.Import(SourceKind.API, importer, importer), (_, _) -> {}, changes);
    } catch (BadFileException e) {
      throw new IllegalStateException("a body in memory is whole", e);
    }
    return importer.taken();
  }

  private static List<Problem.Fault> faults(List<Taken> taken) {
    List<Problem.Fault> faults = new ArrayList<>();
    for (int i = 0; i < taken.size(); i++) {
      if (taken.get(i) instanceof Taken.Refused(RefusedRowException reason)) {
        String detail = reason.kind().code() + ": " + reason.detail();
        faults.add(new Problem.Fault("#/guides/" + i + pointer(reason.field()), detail));
      }
    }
    return faults;
  }

  /** {@code materials[2].name} as {@code /materials/2/name}. */
  private static String pointer(String path) {
    String pointer = path.replaceAll("\\[(\\d+)]", ".$1").replace('.', '/');
    return pointer.isEmpty() ? "" : "/" + pointer;
  }

  private Outcome propose(Read read, Noting noting) throws IOException, SQLException {
    boolean changes = read.taken().stream().anyMatch(t -> !(t instanceof Taken.Unchanged));
    List<SourceVersions.Version> there =
        read.removals().stream().filter(v -> v.revision() > 0).toList();
    if (!changes && there.isEmpty()) {
      ObjectNode answer = answer(read, 0);
      try (Connection connection = database.connect()) {
        connection.setAutoCommit(false);
        note(connection, read, 0);
        noting.note(connection, 0, answer);
        connection.commit();
      }
      return new Outcome.Done(0, answer);
    }
    return handedIn(read, there, noting);
  }

  /** Who was thought dead meanwhile has lost the proposal to who came after. */
  private Outcome handedIn(Read read, List<SourceVersions.Version> there, Noting noting)
      throws IOException, SQLException {
    String author = read.token().author();
    String title = read.body().title().isEmpty() ? read.token().source() : read.body().title();
    long proposal = proposals.open(Proposal.Origin.API, author, title).id();
    ProposalFilling filling = new ProposalFilling(proposals, proposal, author);
    read(read.token(), read.body(), filling);
    for (SourceVersions.Version one : there) {
      proposals.put(proposal, author, new Change.Removal(one.revision(), one.recordId()));
    }
    ObjectNode answer = answer(read, proposal);
    ProposalOutcome outcome =
        filling.submit(connection -> {
          note(connection, read, proposal);
          noting.note(connection, proposal, answer);
        });
    return outcome instanceof ProposalOutcome.Done
        ? new Outcome.Done(proposal, answer)
        : new Outcome.Refused(Problem.of(Problem.Kind.IN_PROGRESS));
  }

  private static ObjectNode answer(Read read, long proposal) {
    ObjectNode answer = JsonMapper.shared().createObjectNode();
    answer.put("state", proposal == 0 ? "unchanged" : "submitted");
    ArrayNode guides = answer.putArray("guides");
    for (int i = 0; i < read.taken().size(); i++) {
      String key = read.body().guides().get(i).path("key").asString("");
      ObjectNode one = guides.addObject().put("key", key);
      switch (read.taken().get(i)) {
        case Taken.Added(ContentRecord record) -> guide(one, "added", record);
        case Taken.Changed(ContentRecord record) -> guide(one, "changed", record);
        case Taken.Unchanged(ContentRecord record) -> guide(one, "unchanged", record);
        case Taken.Refused _ -> throw new IllegalStateException("refused before");
      }
    }
    ArrayNode gone = answer.putArray("removals");
    read.removals()
        .forEach(v -> gone.addObject().put("key", v.key()).put("recordId", v.recordId()));
    return answer;
  }

  private static void guide(ObjectNode one, String became, ContentRecord record) {
    one.put("recordId", record.header().id()).put("became", became);
    one.put("sourceSha256", record.header().origin().sha256());
  }

  /** What the source has now, in the transaction that makes a proposal of it. */
  private void note(Connection connection, Read read, long proposal) {
    JdbcClient client = JdbcClient.create(new SingleConnectionDataSource(connection, true));
    for (Taken taken : read.taken()) {
      switch (taken) {
        case Taken.Added(ContentRecord record) -> pushed(client, record, proposal);
        case Taken.Changed(ContentRecord record) -> pushed(client, record, proposal);
        case Taken.Unchanged(ContentRecord record) -> pushed(client, record, 0);
        case Taken.Refused _ -> throw new IllegalStateException("refused before");
      }
    }
    read.removals().forEach(version -> versions.removed(client, version, proposal));
  }

  private void pushed(JdbcClient client, ContentRecord record, long proposal) {
    versions.pushed(client, record, RecordTitle.of(record), proposal);
  }
}
