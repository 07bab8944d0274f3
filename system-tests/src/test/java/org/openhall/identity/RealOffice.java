package org.openhall.identity;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.openhall.link.envelope.OpeningKey;
import org.openhall.office.enrol.Terminals;
import org.openhall.office.intake.AcceptanceReports;
import org.openhall.office.intake.SealedDesk;
import org.openhall.office.web.OfficeParts;
import org.openhall.office.web.OfficeServer;
import org.openhall.office.web.StartOutcome;
import org.openhall.repository.metadata.RepositoryException;

/** An office served within this program. */
final class RealOffice implements AutoCloseable {
  private final OfficeFolder office;
  private final OfficeServer server;

  RealOffice(Path folder) throws IOException, SQLException, RepositoryException {
    office = new OfficeFolder(folder);
    OfficeServer.Place place =
        new OfficeServer.Place("127.0.0.1", 0, 0, Set.of("127.0.0.1"), folder.resolve("tmp"));
    if (!(OfficeServer.start(office.parts(), place) instanceof StartOutcome.Started started)) {
      throw new IOException("the office did not start");
    }
    server = started.server();
  }

  URI address() {
    return URI.create("https://127.0.0.1:" + server.tlsPort() + "/");
  }

  String token() throws IOException {
    return office.token();
  }

  /** What it is made of. */
  OfficeParts parts() {
    return office.parts();
  }

  /** The key to which terminals seal. */
  OpeningKey intakeKey() {
    return office.intakeKey();
  }

  SealedDesk sealed() {
    return office.parts().sealed();
  }

  /** How often a kind of event of all terminals was counted. */
  long count(String kind) {
    return office.count(kind);
  }

  /** The acceptance reports that came, the latest first. */
  List<AcceptanceReports.Received> acceptances() {
    return office.acceptances();
  }

  Terminals terminals() {
    return office.parts().terminals();
  }

  @Override
  public void close() {
    server.close();
  }
}
