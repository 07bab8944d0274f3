package org.openhall.office.web;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.openhall.link.TrustAnchors;
import org.openhall.link.credential.Certificates;
import org.openhall.office.authority.CertificateAuthority;
import org.openhall.office.catalog.Catalog;
import org.openhall.office.database.OfficeDatabase;
import org.openhall.office.database.OfficeName;
import org.openhall.office.enrol.Enrolment;
import org.openhall.office.enrol.Terminals;
import org.openhall.office.intake.EventIntake;
import org.openhall.office.intake.EventRetention;
import org.openhall.office.intake.SealedDesk;
import org.openhall.office.publish.ReleaseTable;
import org.openhall.office.text.OfficeTime;
import org.openhall.repository.publisher.RepositoryPublisher;

/**
 * What the server serves.
 *
 * @param database what all of it is in
 * @param name the office's name
 * @param catalog its records
 * @param releases what it published
 * @param enrolment how terminals join
 * @param terminals those that have
 * @param intake takes their events
 * @param sealed what of these is sealed
 * @param retention how long the others stay
 * @param authority who makes certificates
 * @param repository the signed repository
 * @param repositoryDir where the repository lies
 */
public record OfficeParts(
    OfficeDatabase database,
    OfficeName name,
    Catalog catalog,
    ReleaseTable releases,
    Enrolment enrolment,
    Terminals terminals,
    EventIntake intake,
    SealedDesk sealed,
    EventRetention retention,
    CertificateAuthority authority,
    RepositoryPublisher repository,
    Path repositoryDir) {

  /** The parts that the pages take by their class, and the clock. */
  Map<String, Object> forDesk() {
    return Map.of(
        "database", database,
        "catalog", catalog,
        "releases", releases,
        "enrolment", enrolment,
        "terminals", terminals,
        "sealed", sealed,
        "retention", retention,
        "authority", authority,
        "repository", repository,
        "clock", OfficeTime.clock());
  }

  /** What terminals trust this office by. */
  public TrustAnchors anchors() throws IOException {
    return TrustAnchors.of(repository.root(), Certificates.encode(authority.certificate()));
  }
}
