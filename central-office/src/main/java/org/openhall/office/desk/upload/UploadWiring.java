package org.openhall.office.desk.upload;

import java.time.Clock;
import org.openhall.office.audit.AuditLog;
import org.openhall.office.catalog.Catalog;
import org.openhall.office.database.OfficeDatabase;
import org.openhall.office.proposal.Proposals;
import org.openhall.office.upload.DraftFiles;
import org.openhall.office.upload.Uploads;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The pages of uploads and what they need. */
@Configuration(proxyBeanMethods = false)
@Import({UploadPages.class, ColumnPages.class, ExportPage.class})
public class UploadWiring {

  @Bean
  Uploads uploads(OfficeDatabase database, Catalog catalog, Clock clock) {
    return new Uploads(database, catalog, new Proposals(database, clock), clock);
  }

  @Bean
  LeftFiles leftFiles(
      Uploads uploads, DraftFiles files, Proposals proposals, AuditLog log, Clock clock) {
    return new LeftFiles(uploads, files, proposals, log, clock);
  }

  @Bean
  UploadJobs uploadJobs() {
    return new UploadJobs();
  }
}
