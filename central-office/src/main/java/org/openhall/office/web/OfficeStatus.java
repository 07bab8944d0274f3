package org.openhall.office.web;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openhall.office.publish.Release;

/**
 * How the office stands, in figures.
 *
 * @param office its name
 * @param release number of the newest release, 0 before the first
 * @param publishedAt when it was published, ISO instant, or null before the first
 * @param records records in that release
 * @param recordsByType type → records in the catalogue
 * @param terminals how many terminals have joined
 */
record OfficeStatus(
    String office,
    long release,
    @Nullable String publishedAt,
    long records,
    Map<String, Long> recordsByType,
    int terminals) {

  static OfficeStatus of(OfficeParts parts) {
    Optional<Release> last = parts.releases().last();
    return new OfficeStatus(
        parts.name().get(),
        last.map(Release::number).orElse(0L),
        last.map(release -> release.publishedAt().toString()).orElse(null),
        last.map(Release::records).orElse(0L),
        parts.catalog().countsByType(),
        parts.terminals().all().size());
  }
}
