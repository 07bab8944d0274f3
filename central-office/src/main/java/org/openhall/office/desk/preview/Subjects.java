package org.openhall.office.desk.preview;

import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.openhall.content.codec.EncodedRecord;
import org.openhall.office.catalog.Catalog;
import org.openhall.office.database.OfficeDatabase;
import org.openhall.office.proposal.Item;
import org.openhall.office.proposal.ProposalReader;
import org.openhall.office.publish.Publisher;
import org.openhall.office.publish.ReleaseTable;
import org.openhall.office.publish.SigningDesk;
import org.openhall.office.publish.Waiting;
import org.openhall.repository.metadata.RepositoryException;
import org.openhall.repository.publisher.RepositoryPublisher;
import org.springframework.stereotype.Component;

/** The records that can be looked at, wherever they wait. */
@Component
final class Subjects {
  private final Catalog catalog;
  private final ProposalReader proposals;
  private final SigningDesk desk;

  Subjects(
      OfficeDatabase database,
      Catalog catalog,
      ProposalReader proposals,
      ReleaseTable releases,
      RepositoryPublisher repository,
      Clock clock) {
    this.catalog = catalog;
    this.proposals = proposals;
    Publisher.Press press = Publisher.Press.in(database.folder(), "", 7, null, clock);
    this.desk = new SigningDesk(releases, repository, press);
  }

  /** As the catalogue holds it. */
  Optional<EncodedRecord> inCatalogue(String id) {
    return catalog.history().present(id);
  }

  /** What a proposal makes of a record; empty where it is none of its. */
  Optional<Item> proposed(long proposal, String id) {
    return proposals.item(proposal, id);
  }

  /** As the release that waits for signatures has it; empty where it leaves it as it is. */
  Optional<EncodedRecord> waiting(String id) throws IOException, RepositoryException {
    Optional<Waiting> waiting = desk.waiting();
    Optional<byte[]> json = waiting.isEmpty() ? Optional.empty() : waiting.get().record(id);
    return json.map(bytes -> new EncodedRecord("", id, bytes));
  }
}
