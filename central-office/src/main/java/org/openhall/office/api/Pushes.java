package org.openhall.office.api;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
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
import org.openhall.office.proposal.Proposals;
import org.openhall.office.upload.KnownRecords;
import org.openhall.office.upload.ProposalFilling;
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
     * It is a proposal, or changes nothing.
     *
     * @param proposal its number, 0 where nothing changes
     * @param answer for the bearer
     */
    record Done(long proposal, ObjectNode answer) implements Outcome {}

    /** None of it is taken. */
    record Refused(Problem problem) implements Outcome {}
  }

  Outcome push(ApiToken token, byte[] bytes) throws IOException, SQLException {
    try {
      PushBody body = PushBody.of(bytes);
      List<SourceVersions.Version> removals = new ArrayList<>();
      List<Problem.Fault> faults = new ArrayList<>();
      removals(token, body, removals, faults);
      List<Taken> taken = read(token, body, (_, _) -> {});
      faults.addAll(faults(taken));
      return faults.isEmpty()
          ? propose(token, body, removals, taken)
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

  private Outcome propose(
      ApiToken token, PushBody body, List<SourceVersions.Version> removals, List<Taken> taken)
      throws IOException, SQLException {
    boolean changes = taken.stream().anyMatch(t -> !(t instanceof Taken.Unchanged));
    List<SourceVersions.Version> there = removals.stream().filter(v -> v.revision() > 0).toList();
    long proposal = 0;
    if (changes || !there.isEmpty()) {
      String author = "api:" + token.name();
      String title = body.title().isEmpty() ? token.source() : body.title();
      proposal = proposals.open(Proposal.Origin.API, author, title).id();
      ProposalFilling filling = new ProposalFilling(proposals, proposal, author);
      read(token, body, filling);
      for (SourceVersions.Version one : there) {
        proposals.put(proposal, author, new Change.Removal(one.revision(), one.recordId()));
      }
      filling.submit();
    }
    long by = proposal;
    removals.forEach(version -> versions.removed(version, by));
    return new Outcome.Done(proposal, answer(body, taken, removals, proposal));
  }

  private ObjectNode answer(
      PushBody body, List<Taken> taken, List<SourceVersions.Version> removals, long proposal) {
    ObjectNode answer = JsonMapper.shared().createObjectNode();
    answer.put("state", proposal == 0 ? "unchanged" : "submitted");
    ArrayNode guides = answer.putArray("guides");
    for (int i = 0; i < taken.size(); i++) {
      ObjectNode one = guides.addObject().put("key", body.guides().get(i).path("key").asString(""));
      switch (taken.get(i)) {
        case Taken.Added(ContentRecord record) -> guide(one, "added", record, proposal);
        case Taken.Changed(ContentRecord record) -> guide(one, "changed", record, proposal);
        case Taken.Unchanged(ContentRecord record) -> guide(one, "unchanged", record, 0);
        case Taken.Refused _ -> throw new IllegalStateException("refused before");
      }
    }
    ArrayNode gone = answer.putArray("removals");
    removals.forEach(v -> gone.addObject().put("key", v.key()).put("recordId", v.recordId()));
    return answer;
  }

  private void guide(ObjectNode one, String became, ContentRecord record, long proposal) {
    one.put("recordId", record.header().id()).put("became", became);
    one.put("sourceSha256", record.header().origin().sha256());
    versions.pushed(record, RecordTitle.of(record), proposal);
  }
}
