package org.openhall.demo.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.openhall.agent.identity.SigningRequests;
import org.openhall.agent.sync.Terminal;
import org.openhall.demo.hall.Hall;
import org.openhall.demo.hall.HallException;
import org.openhall.link.credential.Credential;
import org.openhall.link.credential.KeyPairs;
import org.openhall.office.authority.CertificateAuthority;
import org.openhall.office.authority.SigningRequest;
import org.openhall.office.database.OfficeDatabase;
import org.openhall.office.enrol.Enrolment;

/** Gives each terminal of a fleet a key, a certificate of the office, a folder and a first root. */
final class FleetEnrolment {
  private final Hall hall;
  private final URI address;
  private final FleetTally tally;
  private final int judges;

  /**
   * @param address where terminals call
   * @param judges how many judge a notice as soon as they have it
   */
  FleetEnrolment(Hall hall, URI address, FleetTally tally, int judges) {
    this.hall = hall;
    this.address = address;
    this.tally = tally;
    this.judges = judges;
  }

  List<FleetTerminal> enrol(int count) throws IOException, HallException {
    List<FleetTerminal> terminals = new ArrayList<>();
    Path root = places();
    try {
      OfficeDatabase database = OfficeDatabase.open(hall.office());
      Clock clock = Clock.systemUTC();
      CertificateAuthority authority =
          CertificateAuthority.open(hall.office().resolve("pki"), "fleet", clock);
      Enrolment enrolment = new Enrolment(database, authority, new SecureRandom(), clock);
      byte[] trusted = Files.readAllBytes(hall.office().resolve("repository/metadata/1.root.json"));
      for (int n = 0; n < count; n++) {
        Path data = Files.createDirectories(root.resolve("t" + n));
        terminals.add(enrol(enrolment, authority, data, n < judges));
        Files.createDirectories(Terminal.metadata(data));
        Files.write(Terminal.metadata(data).resolve("root.json"), trusted);
      }
    } catch (SQLException e) {
      throw new HallException("a terminal could not be enrolled: " + e);
    }
    return terminals;
  }

  private FleetTerminal enrol(
      Enrolment enrolment, CertificateAuthority authority, Path data, boolean judgesAtOnce)
      throws IOException, SQLException {
    KeyPair pair = KeyPairs.generate();
    var joined =
        enrolment.admit(
            SigningRequest.read(SigningRequests.of(pair).bytes()).orElseThrow(), "fleet");
    Credential credential =
        new Credential(pair.getPrivate(), joined.certificate(), authority.certificate());
    return new FleetTerminal(joined.terminalId(), credential, data, address, tally, judgesAtOnce);
  }

  /** In memory where the machine offers it: each terminal has a disk of its own. */
  private Path places() throws IOException {
    Path memory = Path.of("/dev/shm");
    Path above = Files.isWritable(memory) ? memory : hall.folder();
    Path folder = Files.createTempDirectory(above, "openhall-fleet");
    Runtime.getRuntime().addShutdownHook(new Thread(() -> FleetFolder.delete(folder)));
    return folder;
  }
}
