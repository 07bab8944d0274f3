package org.openhall.office.web;

import java.nio.file.Path;
import org.openhall.office.catalog.Catalog;
import org.openhall.office.database.OfficeName;
import org.openhall.office.enrol.Enrolment;
import org.openhall.office.publish.ReleaseTable;
import org.openhall.repository.publisher.RepositoryPublisher;

/**
 * What the server serves.
 *
 * @param name the office's name
 * @param catalog its records
 * @param releases what it published
 * @param enrolment its terminals
 * @param repository the signed repository
 * @param repositoryDir where the repository lies
 */
public record OfficeParts(
    OfficeName name,
    Catalog catalog,
    ReleaseTable releases,
    Enrolment enrolment,
    RepositoryPublisher repository,
    Path repositoryDir) {}
